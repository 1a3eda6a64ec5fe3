import fc from 'fast-check';

import { exactHistogram } from './exact-histogram';
import { downscale, mergeAll, mergeHistograms, relativeWidth, sampleCount } from './histogram';

const latencies = fc.array(fc.double({ min: 0.05, max: 10_000, noNaN: true }), {
  minLength: 1,
  maxLength: 60,
});
const scales = fc.integer({ min: 0, max: 5 });
const histograms = fc.tuple(latencies, scales).map(([samples, scale]) => exactHistogram(samples, scale));

it('merging equals putting all samples into one histogram', () => {
  fc.assert(
    fc.property(latencies, latencies, scales, scales, (a, b, scaleA, scaleB) => {
      const merged = mergeHistograms(exactHistogram(a, scaleA), exactHistogram(b, scaleB));
      const direct = exactHistogram([...a, ...b], merged.scale);
      expect({ ...merged, sum: 0 }).toEqual({ ...direct, sum: 0 });
      expect(merged.sum).toBeCloseTo(direct.sum, 6);
    }),
  );
});

it('merging takes any order', () => {
  fc.assert(
    fc.property(histograms, histograms, histograms, (a, b, c) => {
      const one = mergeHistograms(mergeHistograms(a, b), c);
      const other = mergeHistograms(c, mergeHistograms(b, a));
      expect({ ...one, sum: 0 }).toEqual({ ...other, sum: 0 });
    }),
  );
});

it('loses no sample and never needs more than 160 buckets, however far apart samples are', () => {
  const near = exactHistogram([1], 20);
  const far = exactHistogram([10_000], 20);
  const merged = mergeHistograms(near, far);
  expect(sampleCount(merged)).toBe(2);
  expect(merged.counts.length).toBeLessThanOrEqual(160);
  expect(relativeWidth(merged.scale)).toBeLessThan(0.1);
});

it('keeps samples of 0', () => {
  expect(mergeHistograms(exactHistogram([0, 0], 3), exactHistogram([0], 3))).toMatchObject({
    zeroCount: 3,
    counts: [],
  });
  expect(mergeHistograms(exactHistogram([0], 3), exactHistogram([1], 3))).toMatchObject({
    zeroCount: 1,
    counts: [1],
    min: 0,
    max: 1,
  });
});

it('downscaling joins buckets in pairs, below 1 ms as above', () => {
  fc.assert(
    fc.property(latencies, fc.integer({ min: 0, max: 3 }), (samples, steps) => {
      const joined = downscale(exactHistogram(samples, 5), 5 - steps);
      expect(joined).toEqual(exactHistogram(samples, 5 - steps));
    }),
  );
});

it('there is nothing in no histograms', () => {
  expect(mergeAll([])).toBeUndefined();
});
