import type { Histogram } from '../../schemas/generated/types';
import { mergeAll, sampleCount } from '../histogram/histogram';
import { histogramsBy } from '../histogram/histograms-by';
import { latencyOf } from '../histogram/latency';
import type { Recorded } from '../telemetry/recorder';

/** One line about a run that is going on, of the seconds since the last line. */
export function progressLine(recorded: Recorded, lastSeconds: number): string {
  const now = Math.max(0, recorded.seconds.last());
  const first = Math.max(0, now - lastSeconds + 1);
  const recent = Array.from({ length: now - first + 1 }, (_, index) => recorded.seconds.at(first + index));
  const by = (name: 'brand' | 'status'): Map<string, Histogram>[] =>
    recent.map((second) => histogramsBy(name, second?.cells ?? [], second?.maxMs ?? 0));
  const { requests, p50, max } = latencyOf(mergeAll(by('brand').flatMap((brands) => [...brands.values()])));
  const fine = by('status').reduce((sum, statuses) => sum + countOf(statuses.get('200')), 0);
  const violations = recorded.violations.reduce((sum, { count }) => sum + count, 0);
  return (
    `${now + 1} s: ${Math.round(requests / recent.length)} requests/s, ` +
    `median ${p50 === null ? '–' : `${p50.toFixed(1)} ms`}, slowest ${max === null ? '–' : `${max.toFixed(1)} ms`}, ` +
    `${requests - fine} not 200, ${violations} violations so far`
  );
}

function countOf(histogram: Histogram | undefined): number {
  return histogram === undefined ? 0 : sampleCount(histogram);
}
