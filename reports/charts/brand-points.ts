import type { LoadResult, SeriesSecond } from '../../schemas/generated/types';
import { percentileOf } from './percentile-of';
import { recordedStretches } from './recorded-stretches';
import { roundStretch } from './round-stretch';
import { secondsOf } from './seconds-of';

export interface BrandPoints {
  readonly stretchSeconds: number;
  /** True: p95 of all requests of a stretch. False: that of its worst second. */
  readonly merged: boolean;
  /** In the order of their names; p95 in ms for each stretch, null without enough samples. */
  readonly brands: readonly { readonly name: string; readonly p95: readonly (number | null)[] }[];
}

type Measured = Pick<LoadResult, 'series' | 'recording' | 'requests'>;

/** The p95 of each brand over time, in at most `limit` stretches: of seconds, or where these are too thin, of longer ones. */
export function brandPoints(load: Measured, limit: number): BrandPoints {
  const bySecond = worstSeconds(load.series, limit);
  if (isDense(bySecond.brands)) return bySecond;
  const recorded = recordedStretches(load, limit, bySecond.brands.length);
  if (recorded === null) return bySecond;
  return {
    stretchSeconds: recorded.stretchSeconds,
    merged: true,
    brands: recorded.brands.map(({ name, stretches }) => ({
      name,
      p95: stretches.map((histogram) => percentileOf(histogram, 'p95')),
    })),
  };
}

function isDense(brands: BrandPoints['brands']): boolean {
  const cells = brands.flatMap(({ p95 }) => p95);
  return cells.filter((value) => value !== null).length * 2 >= cells.length;
}

function worstSeconds(series: readonly SeriesSecond[], limit: number): BrandPoints {
  const seconds = secondsOf(series);
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
  return { stretchSeconds, merged: false, brands: sorted.map(([name, p95]) => ({ name, p95 })) };
}

function raise(row: (number | null)[] | undefined, index: number, value: number | null): void {
  if (row !== undefined && value !== null) row[index] = Math.max(row[index] ?? 0, value);
}
