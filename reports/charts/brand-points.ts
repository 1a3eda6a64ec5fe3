import type { SeriesSecond } from '../../schemas/generated/types';
import { roundStretch } from './round-stretch';

export interface BrandPoints {
  readonly stretchSeconds: number;
  /** In the order of their names; the worst second's p95 in ms for each stretch, null without samples. */
  readonly brands: readonly { readonly name: string; readonly p95: readonly (number | null)[] }[];
}

/** The p95 of each brand over time, in at most `limit` stretches. */
export function brandPoints(series: readonly SeriesSecond[], limit: number): BrandPoints {
  const seconds = series.reduce((last, { second }) => Math.max(last, second), -1) + 1;
  const stretchSeconds = roundStretch(seconds / limit);
  const names = new Set(series.flatMap(({ brands }) => Object.keys(brands)));
  const rows = new Map(
    [...names].map((name) => [
      name,
      new Array<number | null>(Math.ceil(seconds / stretchSeconds)).fill(null),
    ]),
  );
  for (const { second, brands } of series) {
    for (const [name, { p95 }] of Object.entries(brands))
      raise(rows.get(name), Math.floor(second / stretchSeconds), p95);
  }
  const sorted = [...rows].sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }));
  return { stretchSeconds, brands: sorted.map(([name, p95]) => ({ name, p95 })) };
}

function raise(row: (number | null)[] | undefined, index: number, value: number | null): void {
  if (row !== undefined && value !== null) row[index] = Math.max(row[index] ?? 0, value);
}
