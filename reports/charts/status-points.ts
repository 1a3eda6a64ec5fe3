import type { SeriesSecond } from '../../schemas/generated/types';
import { secondsOf } from './seconds-of';

/** How often a status other than 200 was answered. */
export interface StatusPoints {
  /** The status, "no answer", or "others". */
  readonly name: string;
  /** Means for each stretch. */
  readonly perSecond: readonly number[];
}

const shownStatuses = 3;

/** Answers other than 200 over time, the most frequent first; from the fourth status on they are added up. */
export function statusPoints(series: readonly SeriesSecond[], stretchSeconds: number): StatusPoints[] {
  const totals = new Map<string, number>();
  for (const { statuses } of series) {
    for (const [status, count] of Object.entries(statuses)) {
      if (status !== '200' && count > 0) totals.set(status, (totals.get(status) ?? 0) + count);
    }
  }
  const names = [...totals].sort(([, one], [, other]) => other - one).map(([name]) => name);
  const isMany = names.length > shownStatuses;
  const groups = isMany
    ? [...names.slice(0, shownStatuses - 1).map((name) => [name]), names.slice(shownStatuses - 1)]
    : names.map((name) => [name]);
  return groups.map((group) => ({
    name: group.length > 1 ? 'others' : group[0] === '0' ? 'no answer' : (group[0] ?? ''),
    perSecond: ratesOf(series, stretchSeconds, group),
  }));
}

function ratesOf(
  series: readonly SeriesSecond[],
  stretchSeconds: number,
  statuses: readonly string[],
): number[] {
  const seconds = secondsOf(series);
  const counts = new Array<number>(Math.ceil(seconds / stretchSeconds)).fill(0);
  for (const { second, statuses: own } of series) {
    const index = Math.floor(second / stretchSeconds);
    counts[index] = statuses.reduce((sum, status) => sum + (own[status] ?? 0), counts[index] ?? 0);
  }
  return counts.map((count, index) => count / Math.min(stretchSeconds, seconds - index * stretchSeconds));
}
