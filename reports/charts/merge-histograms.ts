import type { Histogram } from '../../schemas/generated/types';

/** Buckets of a histogram, without the figures that merging does not need. */
export type Buckets = Pick<Histogram, 'scale' | 'offset' | 'counts'>;

export interface Bucket {
  /** Bounds in ms: lower < x <= upper. */
  readonly lower: number;
  readonly upper: number;
  readonly count: number;
}

/** One histogram of several. Finer scales are brought down to the coarsest, or to `finest`. */
export function mergeHistograms(histograms: readonly Buckets[], finest = Infinity): Buckets {
  const scale = histograms.reduce((coarsest, histogram) => Math.min(coarsest, histogram.scale), finest);
  const counts = new Map<number, number>();
  for (const histogram of histograms) {
    // One step of scale halves the number of buckets: neighbours 2n and 2n + 1 become n.
    const divisor = 2 ** (histogram.scale - scale);
    histogram.counts.forEach((count, position) => {
      if (count === 0) return;
      const index = Math.floor((histogram.offset + position) / divisor);
      counts.set(index, (counts.get(index) ?? 0) + count);
    });
  }
  const filled = [...counts.keys()].sort((one, other) => one - other);
  const offset = filled[0] ?? 0;
  const length = (filled.at(-1) ?? offset - 1) - offset + 1;
  return {
    scale,
    offset,
    counts: Array.from({ length }, (_, position) => counts.get(offset + position) ?? 0),
  };
}

/** Its buckets with their bounds. */
export function bucketsOf({ scale, offset, counts }: Buckets): Bucket[] {
  const base = 2 ** (2 ** -scale);
  return counts.map((count, position) => ({
    lower: base ** (offset + position),
    upper: base ** (offset + position + 1),
    count,
  }));
}
