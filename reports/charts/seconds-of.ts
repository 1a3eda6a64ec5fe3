import type { SeriesSecond } from '../../schemas/generated/types';

/** How long a run was, in whole seconds. */
export function secondsOf(series: readonly SeriesSecond[]): number {
  return series.reduce((last, { second }) => Math.max(last, second), -1) + 1;
}
