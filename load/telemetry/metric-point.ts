import type { Histogram } from '../../schemas/generated/types';

/** One value of one metric for one set of tags, over one interval. */
export type MetricPoint = NumberPoint | HistogramPoint;

interface PointBase {
  readonly metric: string;
  readonly tags: Readonly<Record<string, string>>;
  /** Start and end of the interval, in ms since 1970. */
  readonly startMs: number;
  readonly endMs: number;
}

export interface NumberPoint extends PointBase {
  /** sum: the increase during the interval; gauge: the last value. */
  readonly kind: 'sum' | 'gauge';
  readonly value: number;
}

export interface HistogramPoint extends PointBase {
  readonly kind: 'histogram';
  readonly histogram: Histogram;
}
