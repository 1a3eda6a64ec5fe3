import type { SeriesSecond } from '../../schemas/generated/types';
import { roundStretch } from './round-stretch';
import { secondsOf } from './seconds-of';

/** What happened in one stretch of the run. */
export interface TimePoint {
  /** Its first second, since the start of the run. */
  readonly second: number;
  /** Means per second over the stretch. */
  readonly requestsPerSecond: number;
  readonly failuresPerSecond: number;
  /** The median second's p50. */
  readonly p50: number | null;
  /** The worst second's figures: percentiles cannot be averaged, but the worst stays true. */
  readonly p95: number | null;
  readonly p99: number | null;
  readonly max: number | null;
}

export interface TimePoints {
  readonly stretchSeconds: number;
  readonly points: readonly TimePoint[];
}

/** Gathers the seconds of a run into at most `limit` points. Seconds without requests count as such. */
export function timePoints(series: readonly SeriesSecond[], limit: number): TimePoints {
  const stretchSeconds = roundStretch(secondsOf(series) / limit);
  return { stretchSeconds, points: gathered(series, stretchSeconds) };
}

/** One point for each stretch of so many seconds. */
export function gathered(series: readonly SeriesSecond[], stretchSeconds: number): TimePoint[] {
  const seconds = secondsOf(series);
  const stretches = Array.from({ length: Math.ceil(seconds / stretchSeconds) }, (): SeriesSecond[] => []);
  for (const entry of series) stretches[Math.floor(entry.second / stretchSeconds)]?.push(entry);
  return stretches.map((entries, index) => {
    const second = index * stretchSeconds;
    return point(entries, second, Math.min(stretchSeconds, seconds - second));
  });
}

function point(entries: readonly SeriesSecond[], second: number, length: number): TimePoint {
  const sum = (field: 'requests' | 'failures'): number =>
    entries.reduce((total, entry) => total + entry[field], 0);
  const known = (field: 'p50' | 'p95' | 'p99' | 'max'): number[] =>
    entries.map((entry) => entry[field]).filter((value) => value !== null);
  return {
    second,
    requestsPerSecond: sum('requests') / length,
    failuresPerSecond: sum('failures') / length,
    p50: median(known('p50')),
    p95: highest(known('p95')),
    p99: highest(known('p99')),
    max: highest(known('max')),
  };
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.floor(sorted.length / 2)] ?? null;
}

function highest(values: readonly number[]): number | null {
  return values.length === 0 ? null : Math.max(...values);
}
