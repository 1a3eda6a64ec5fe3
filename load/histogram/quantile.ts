import type { Histogram } from '../../schemas/generated/types';
import { sampleCount } from './histogram';

/**
 * The value below which a share of the samples lies, in ms, right within the histogram's relative width.
 * Between two samples it interpolates as k6 does for its exact percentiles. Null without samples.
 */
export function quantile(histogram: Histogram, share: number): number | null {
  const count = sampleCount(histogram);
  if (count === 0) return null;
  const rank = share * (count - 1);
  const below = Math.floor(rank);
  const lower = sampleAt(histogram, below, count);
  const upper = sampleAt(histogram, Math.min(count - 1, below + 1), count);
  return lower + (upper - lower) * (rank - below);
}

/** An estimate of the sample at a rank from 0 to count - 1, inside the bucket that holds it. */
function sampleAt(histogram: Histogram, rank: number, count: number): number {
  if (rank === 0) return histogram.min;
  if (rank === count - 1) return histogram.max;
  let before = histogram.zeroCount;
  if (rank < before) return 0;
  const index = histogram.counts.findIndex((inBucket) => {
    if (rank < before + inBucket) return true;
    before += inBucket;
    return false;
  });
  const inBucket = histogram.counts[index] ?? 1;
  const position = index + (rank - before + 0.5) / inBucket;
  const value = 2 ** ((histogram.offset + position) * 2 ** -histogram.scale);
  return Math.min(histogram.max, Math.max(histogram.min, value));
}
