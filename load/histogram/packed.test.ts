import fc from 'fast-check';

import { exactHistogram } from './exact-histogram';
import { packHistogram, unpackHistogram } from './packed';

it('unpacking is the inverse of packing, to a nanosecond', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 60_000, noNaN: true }), { minLength: 1 }), (samples) => {
      const histogram = exactHistogram(
        samples.map((sample) => Math.round(sample * 1e3) / 1e3),
        4,
      );
      const unpacked = unpackHistogram(packHistogram(histogram));
      expect({ ...unpacked, sum: 0 }).toEqual({ ...histogram, sum: 0 });
      expect(unpacked.sum).toBeCloseTo(histogram.sum, 5);
    }),
  );
});

it('is short: empty buckets take one character', () => {
  expect(packHistogram(exactHistogram([1.5, 4, 4], 1))).toBe('1;0;1;9.5;1.5;4;1,,2');
});

it('names the accepted form', () => {
  expect(() => unpackHistogram('1;2')).toThrow(
    '"1;2" is not a packed histogram; accepted: scale;zeroCount;offset;sum;min;max;counts',
  );
});
