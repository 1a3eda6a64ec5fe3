import type { Histogram } from '../../schemas/generated/types';

/**
 * A histogram as a short text, for the thousands of them that a series has:
 * "scale;zeroCount;offset;sum;min;max;counts", counts joined by commas and left empty where they are 0.
 */
export function packHistogram(histogram: Histogram): string {
  const { scale, zeroCount, offset, sum, min, max, counts } = histogram;
  const numbers = [scale, zeroCount, offset, precise(sum), precise(min), precise(max)];
  return `${numbers.join(';')};${counts.map((count) => (count === 0 ? '' : count)).join(',')}`;
}

/** The inverse of {@link packHistogram}. */
export function unpackHistogram(text: string): Histogram {
  const [scale, zeroCount, offset, sum, min, max, counts] = text.split(';');
  if (counts === undefined) {
    throw new Error(
      `"${text}" is not a packed histogram; accepted: scale;zeroCount;offset;sum;min;max;counts`,
    );
  }
  return {
    scale: Number(scale),
    zeroCount: Number(zeroCount),
    offset: Number(offset),
    counts: counts === '' ? [] : counts.split(',').map(Number),
    sum: Number(sum),
    min: Number(min),
    max: Number(max),
  };
}

/** Nanoseconds are kept; the noise of binary fractions is not. */
function precise(milliseconds: number): number {
  return Math.round(milliseconds * 1e6) / 1e6;
}
