import type { Histogram } from '../../schemas/generated/types';
import type { CellHistogram } from '../../schemas/run/recording/cell';

/** A cell's histogram with the ends of its buckets as its minimum and maximum, and the middles of them as its sum. */
export function boundedHistogram(histogram: CellHistogram, knownMaxMs = Infinity): Histogram {
  const { scale, zeroCount, offset, counts } = histogram;
  const end = (index: number): number => 2 ** ((offset + index) * 2 ** -scale);
  const upper = counts.length === 0 ? 0 : end(counts.length);
  return {
    scale,
    zeroCount,
    offset,
    counts,
    sum: counts.reduce((sum, count, index) => sum + count * end(index + 0.5), 0),
    min: zeroCount > 0 || counts.length === 0 ? 0 : Math.min(end(0), knownMaxMs),
    max: Math.min(upper, knownMaxMs),
  };
}
