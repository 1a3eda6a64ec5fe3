import { samplesNeeded } from '../../load/profiles/samples-needed';
import { quantileOf, wrongFigures, type Figure, type MeasuredLoad } from './measured-load';

const percentiles = [
  ['p50', 0.5],
  ['p95', 0.95],
  ['p99', 0.99],
] as const;

/** How far a figure may be off: 2 % or 2 ms. */
function toleranceMs(truthMs: number): number {
  return Math.max(0.02 * truthMs, 2);
}

/**
 * The percentiles of all brands or of one, beside those of the server's own log and of what k6 wrote down.
 *
 * @param betweenSamplesMs how far neighbouring samples above the median are from each other: the truth is no finer than that
 */
function percentilesOf(measured: MeasuredLoad, brand?: string, betweenSamplesMs = 0): Figure[] {
  const { load, held, latencies, durations } = measured;
  const told = brand === undefined ? load.latency : load.brands[brand];
  const requests = held.filter((sample) => brand === undefined || sample.brand === brand).length;
  return percentiles.flatMap(([figure, share]) => {
    const name = `${brand ?? 'all'} ${figure}`;
    if (requests < samplesNeeded(share)) return told?.[figure] === null ? [] : [toldTooEarly(name)];
    const [truth, k6] = [quantileOf(held, share, brand), quantileOf(durations, share, brand)];
    const kept = quantileOf(latencies, share, brand);
    const allowed = toleranceMs(truth) + (figure === 'p50' ? 0 : betweenSamplesMs);
    return [
      { name, told: told?.[figure], truth, allowed, k6 },
      // k6 rounds to a microsecond.
      { name: `${name} of k6's samples`, told: told?.[figure], truth: kept, allowed: 0.001, k6: kept },
    ];
  });
}

/** A percentile that is told with fewer samples than it needs: wrong whatever it is. */
function toldTooEarly(name: string): Figure {
  return { name, told: null, truth: 0, allowed: 0, k6: 0 };
}

test('percentiles of all brands and of each are those of the server that drew them', async () => {
  const latency = ['3=lognormal:20,0.5', '4=uniform:50,500', '5=mixture:0.9*constant:100+0.1*constant:1000'];
  const figuresOf = (measured: MeasuredLoad): Figure[] => {
    const { load, held, latencies } = measured;
    const counts = Object.entries({ told: load.requests, held: held.length, sampled: latencies.length });
    return [
      ...counts.map(([name, told]) => ({
        name: `requests ${name}`,
        told,
        truth: 1_260,
        allowed: 0,
        k6: 1_260,
      })),
      ...[undefined, '3', '4', '5'].flatMap((brand) => percentilesOf(measured, brand)),
    ];
  };
  expect(await wrongFigures(latency, ['--rate', '90', '--duration', '14s'], figuresOf)).toEqual([]);
}, 240_000);

/**
 * Arrivals go on at their rate while the server stands still for `stallMs`: the one that comes at the start of the stall
 * waits for all of it, the next one `1 / rate` less, and so on. The share s of all requests that waited longest
 * are the first s × runMs of the stall, so that the (1 - s) quantile is stallMs - s × runMs.
 */
test('a stall of 2 s is in p95, p99 and max as clients see it who do not wait for each other', async () => {
  // The command's own first request, its reading of the one chatroom, and five seconds of the run.
  const [baseMs, stallMs, runMs, rate] = [5, 2_000, 12_000, 32];
  const stalled = [
    ['p50', 0.5, baseMs],
    ['p95', 0.95, baseMs + stallMs - 0.05 * runMs],
    ['p99', 0.99, baseMs + stallMs - 0.01 * runMs],
    ['max', 1, baseMs + stallMs],
  ] as const;
  // Each waits so much less than the one before.
  const betweenArrivalsMs = 1_000 / rate;
  const figuresOf = (measured: MeasuredLoad): Figure[] => {
    const derived = stalled.map(([figure, share, truthMs]) => ({
      name: `${figure} as derived`,
      told: measured.load.latency[figure],
      truth: truthMs,
      allowed: toleranceMs(truthMs) + (figure === 'p50' ? 0 : betweenArrivalsMs),
      k6: quantileOf(measured.durations, share),
    }));
    return [...derived, ...percentilesOf(measured, undefined, betweenArrivalsMs)];
  };
  expect(
    await wrongFigures(
      [`constant:${baseMs}`, 'stall:after=162,for=2s'],
      ['--rate', String(rate), '--duration', `${runMs}ms`],
      figuresOf,
      { POPSELL_BRANDS: '3:301' },
    ),
  ).toEqual([]);
}, 240_000);
