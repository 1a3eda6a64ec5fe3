import { mergeAll } from '../histogram/histogram';
import { latencyOf } from '../histogram/latency';
import type { Recorded } from '../telemetry/recorder';

/** One line about a run that is going on, of the seconds since the last line. */
export function progressLine(recorded: Recorded, lastSeconds: number): string {
  const now = Math.max(0, ...recorded.seconds.keys());
  const recent = [...recorded.seconds]
    .filter(([second]) => second > now - lastSeconds)
    .map(([, each]) => each);
  const { requests, p50, max } = latencyOf(mergeAll(recent.flatMap(({ brands }) => Object.values(brands))));
  const fine = recent.reduce((sum, { statuses }) => sum + (statuses['200'] ?? 0), 0);
  const violations = recorded.violations.reduce((sum, { count }) => sum + count, 0);
  return (
    `${now + 1} s: ${Math.round(requests / Math.max(1, recent.length))} requests/s, ` +
    `median ${p50 === null ? '–' : `${p50.toFixed(1)} ms`}, slowest ${max === null ? '–' : `${max.toFixed(1)} ms`}, ` +
    `${requests - fine} not 200, ${violations} violations so far`
  );
}
