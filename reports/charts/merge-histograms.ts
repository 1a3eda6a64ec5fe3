import type { Histogram } from '../../schemas/generated/types';

export interface Bucket {
  /** Bounds in ms: lower < x <= upper. */
  readonly lower: number;
  readonly upper: number;
  readonly count: number;
}

/** One histogram of all brands, as buckets with bounds. Finer scales are brought down to the coarsest. */
export function mergeHistograms(histograms: readonly Histogram[]): Bucket[] {
  const scale = Math.min(...histograms.map((histogram) => histogram.scale));
  const counts = new Map<number, number>();
  for (const histogram of histograms) {
    histogram.counts.forEach((count, position) => {
      // One step of scale halves the number of buckets: neighbours 2n and 2n + 1 become n.
      const index = Math.floor((histogram.offset + position) / 2 ** (histogram.scale - scale));
      counts.set(index, (counts.get(index) ?? 0) + count);
    });
  }
  const filled = [...counts].filter(([, count]) => count > 0).map(([index]) => index);
  if (filled.length === 0) return [];
  const first = Math.min(...filled);
  const base = 2 ** (2 ** -scale);
  return Array.from({ length: Math.max(...filled) - first + 1 }, (_, position) => {
    const index = first + position;
    return { lower: base ** index, upper: base ** (index + 1), count: counts.get(index) ?? 0 };
  });
}
