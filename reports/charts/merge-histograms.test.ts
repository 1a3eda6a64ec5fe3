import type { Histogram } from '../../schemas/generated/types';
import { bucketsOf, mergeHistograms } from './merge-histograms';

const histogram = (scale: number, offset: number, counts: number[]): Histogram => ({
  scale,
  offset,
  counts,
  zeroCount: 0,
  sum: 0,
  min: 0,
  max: 0,
});

describe('mergeHistograms', () => {
  it('gives buckets their bounds', () => {
    expect(bucketsOf(histogram(0, 3, [2, 0, 1]))).toEqual([
      { lower: 8, upper: 16, count: 2 },
      { lower: 16, upper: 32, count: 0 },
      { lower: 32, upper: 64, count: 1 },
    ]);
  });

  it('adds brands, whatever their offsets', () => {
    const { counts } = mergeHistograms([histogram(0, 3, [1, 1]), histogram(0, 2, [5, 5])]);
    expect(counts).toEqual([5, 6, 1]);
  });

  it('brings a finer scale down to the coarser one', () => {
    const { counts } = mergeHistograms([histogram(1, -2, [1, 2, 3, 4]), histogram(0, 0, [10])]);
    expect(counts).toEqual([3, 17]);
  });

  it('brings all of them down as far as it is asked to', () => {
    expect(mergeHistograms([histogram(1, 0, [1, 1, 1])], 0)).toEqual({ scale: 0, offset: 0, counts: [2, 1] });
  });

  it.each([[[]], [[histogram(0, 0, [0, 0])]]])('has no buckets without samples (%#)', (histograms) => {
    expect(mergeHistograms(histograms).counts).toEqual([]);
  });
});
