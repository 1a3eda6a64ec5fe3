import { median } from 'simple-statistics';

import type { HistoryRun } from '../../schemas/generated/types';

/** A stretch of runs between two changes of p95. */
export interface Level {
  /** Indices of its first and last run. */
  readonly from: number;
  readonly to: number;
  readonly medianMs: number;
  /** When its first run started. */
  readonly since: string;
}

/** The stretches that change points cut a series into; one stretch alone is none worth naming. */
export function levelsOf(series: readonly HistoryRun[], changes: readonly number[]): Level[] {
  if (changes.length === 0) return [];
  const starts = [0, ...changes];
  return starts.map((from, index) => {
    const end = starts[index + 1] ?? series.length;
    const values = series.slice(from, end).flatMap(({ load }) => load?.p95 ?? []);
    return { from, to: end - 1, medianMs: median(values), since: series[from]?.startedAt ?? '' };
  });
}
