import fc from 'fast-check';

import { exactHistogram } from './exact-histogram';
import { mergeHistograms, relativeWidth } from './histogram';
import { quantile } from './quantile';

const latencies = fc.array(fc.double({ min: 0.05, max: 10_000, noNaN: true }), {
  minLength: 1,
  maxLength: 80,
});

/** As k6 computes its percentiles. */
function exactQuantile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  const rank = share * (sorted.length - 1);
  const below = sorted[Math.floor(rank)] ?? 0;
  const above = sorted[Math.ceil(rank)] ?? 0;
  return below + (above - below) * (rank - Math.floor(rank));
}

it('is within the bucket width of the percentile of the samples, merged or not', () => {
  fc.assert(
    fc.property(
      latencies,
      latencies,
      fc.constantFrom(0, 0.5, 0.95, 0.99, 0.999, 1),
      fc.integer({ min: 2, max: 6 }),
      (a, b, share, scale) => {
        const merged = mergeHistograms(exactHistogram(a, scale), exactHistogram(b, scale - 1));
        const truth = exactQuantile([...a, ...b], share);
        const told = quantile(merged, share) ?? Number.NaN;
        expect(Math.abs(told - truth) / truth).toBeLessThanOrEqual(relativeWidth(merged.scale) + 1e-9);
      },
    ),
  );
});

it('tells the smallest and the largest sample exactly', () => {
  const histogram = exactHistogram([0.7, 3, 812.4], 2);
  expect(quantile(histogram, 0)).toBe(0.7);
  expect(quantile(histogram, 1)).toBe(812.4);
});

it('is null without samples', () => {
  expect(quantile(exactHistogram([], 3), 0.5)).toBeNull();
});
