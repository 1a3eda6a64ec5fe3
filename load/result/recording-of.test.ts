import { decodeRecording } from '../../schemas/run/recording/recording';
import { exactHistogram } from '../histogram/exact-histogram';
import { RecordedSeconds } from '../telemetry/recorded-seconds';
import { randomStream } from '../traffic/random';
import { recordingOf } from './recording-of';
import { seriesOf } from './series';

const brands = [3, 4, 5, 6, 7, 8, 9, 10];
const bucketsPerBrand = 8;

/** Traffic at a constant rate over 8 brands with 8 buckets each; one answer in a hundred is a 503. */
function aRun(ratePerSecond: number, seconds: number): RecordedSeconds {
  const random = randomStream(1);
  const recorded = new RecordedSeconds();
  for (let second = 0; second < seconds; second += 1) {
    const samples = new Map<string, number[]>();
    let maxMs = 0;
    for (let request = 0; request < ratePerSecond; request += 1) {
      const brand = brands[Math.floor(random() * brands.length)] ?? 0;
      const name = `${brand} ${Math.floor(random() * bucketsPerBrand)} ${random() < 0.01 ? 503 : 200}`;
      // The spread of a service: log-normal around 20 ms, with a long tail.
      const spread = random() + random() + random() + random() - 2;
      const ms = 20 * Math.exp(1.2 * spread) * (random() < 0.02 ? 10 : 1);
      samples.set(name, [...(samples.get(name) ?? []), ms]);
      maxMs = Math.max(maxMs, ms);
    }
    const cells = [...samples].map(([name, all]) => {
      const [brand = '', bucket = '', status = ''] = name.split(' ');
      return { brand, bucket: `${brand}/${bucket}00-${bucket}99`, status, histogram: exactHistogram(all, 4) };
    });
    recorded.add(second, cells, maxMs);
  }
  return recorded;
}

it.each([
  ['an hour at the rate of soak', 50, 3_600],
  ['two minutes at ten times the rate', 500, 120],
])('%s takes at most its share of 5 MB an hour', (_what, ratePerSecond, length) => {
  const seconds = aRun(ratePerSecond, length);
  const series = seriesOf(seconds);
  const recording = recordingOf(seconds);
  // Histograms of the whole run and everything else take less than a tenth of a megabyte.
  expect(JSON.stringify({ series, recording }).length).toBeLessThan((4_900_000 * length) / 3_600);
  expect(recording.relativeError).toBeLessThan(0.2);
  const requests = decodeRecording(recording)
    .flatMap(({ cells }) => cells)
    .reduce((sum, { histogram: { counts } }) => counts.reduce((all, count) => all + count, sum), 0);
  expect(requests).toBe(length * ratePerSecond);
});

it('keeps the finest buckets where there is room', () => {
  expect(recordingOf(aRun(50, 10)).relativeError).toBeCloseTo(0.0443, 4);
});
