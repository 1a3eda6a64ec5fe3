import type { LoadResult, SeriesSecond } from '../../schemas/generated/types';
import { percentileOf } from './percentile-of';
import { recordedStretches } from './recorded-stretches';
import { gathered, timePoints, type TimePoint, type TimePoints } from './time-points';

export interface LatencyPoints extends TimePoints {
  /** True: percentiles of all requests of a stretch. False: of its seconds, the median p50 and the worst of the others. */
  readonly merged: boolean;
}

type Measured = Pick<LoadResult, 'series' | 'recording' | 'requests'>;

/**
 * Latencies over time, in at most `limit` points. Where most seconds have too few requests for a p95 of their own,
 * their histograms are joined until there are enough.
 */
export function latencyPoints(load: Measured, limit: number): LatencyPoints {
  const bySecond = { ...timePoints(load.series, limit), merged: false };
  if (isDense(load.series)) return bySecond;
  const recorded = recordedStretches(load, limit);
  if (recorded === null) return bySecond;
  const { stretchSeconds, all } = recorded;
  const points = gathered(load.series, stretchSeconds).map((point, index): TimePoint => {
    const histogram = all[index] ?? { scale: 0, offset: 0, counts: [] };
    return {
      ...point,
      p50: percentileOf(histogram, 'p50'),
      p95: percentileOf(histogram, 'p95'),
      p99: percentileOf(histogram, 'p99'),
    };
  });
  return { stretchSeconds, points, merged: true };
}

/** A line with holes is no line. */
function isDense(series: readonly SeriesSecond[]): boolean {
  const busy = series.filter(({ requests }) => requests > 0);
  return busy.filter(({ p95 }) => p95 !== null).length >= busy.length * 0.9;
}
