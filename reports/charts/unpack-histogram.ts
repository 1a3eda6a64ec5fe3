import type { Histogram } from '../../schemas/generated/types';

/** Reads a packed histogram: scale;zeroCount;offset;sum;min;max;counts, where a count of 0 is left empty. */
export function unpackHistogram(packed: string): Histogram {
  const [scale = 0, zeroCount = 0, offset = 0, sum = 0, min = 0, max = 0] = packed.split(';').map(Number);
  const counts = (packed.split(';')[6] ?? '').split(',').map(Number);
  return { scale, zeroCount, offset, sum, min, max, counts };
}
