import type { Profile } from './profile';
import type { ClosedShape, OpenShape } from './shape';

/** k6 was measured to take about 600 bytes a request that it keeps the samples of: this many are 300 MB. */
const keptSamplesLimit = 500_000;

/** What clients that do not pause send at most, far above what was ever seen. */
const closedRatePerSecond = 10_000;

/**
 * Whether k6 keeps every sample, for exact percentiles: not in a profile that is long by nature, and not where a rate or
 * duration makes a run longer than k6's memory should.
 */
export function keepsSamples(
  profile: Profile,
  { shape, durationSeconds }: { readonly shape: OpenShape | ClosedShape; readonly durationSeconds: number },
): boolean {
  if (!profile.exactPercentiles) return false;
  if (shape.model === 'open') return shape.plannedRequests <= keptSamplesLimit;
  const vus = profile.model === 'closed' ? profile.vus : 0;
  const ratePerSecond = Math.min(closedRatePerSecond, vus / shape.minSecondsPerRequest);
  return ratePerSecond * durationSeconds <= keptSamplesLimit;
}
