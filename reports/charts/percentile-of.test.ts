import { percentileOf } from './percentile-of';

// Buckets from 1 to 2, 2 to 4, 4 to 8 ms.
const buckets = (counts: number[]) => ({ scale: 0, offset: 0, counts });

it('reads a percentile from inside its bucket', () => {
  expect(percentileOf(buckets([50, 50]), 'p50')).toBe(2);
  expect(percentileOf(buckets([0, 100]), 'p50')).toBeCloseTo(2 * Math.SQRT2);
  const p95 = percentileOf(buckets([90, 0, 10]), 'p95') ?? 0;
  expect(p95).toBeGreaterThan(4);
  expect(p95).toBeLessThan(8);
});

it('says nothing where there are too few samples', () => {
  expect(percentileOf(buckets([71]), 'p95')).toBeNull();
  expect(percentileOf(buckets([72]), 'p95')).not.toBeNull();
  expect(percentileOf(buckets([367]), 'p99')).toBeNull();
  expect(percentileOf(buckets([]), 'p50')).toBeNull();
});
