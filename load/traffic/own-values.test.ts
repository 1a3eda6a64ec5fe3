import fc from 'fast-check';

import { isDateTime } from '../../schemas/formats/date-time';
import { indexOfOwnValue, ownValues } from './own-values';

it('values are RFC 3339, and whole seconds apart from those of other requests', () => {
  fc.assert(
    fc.property(
      fc.integer(),
      fc.nat(10_000_000),
      fc.nat(10_000_000),
      fc.nat(),
      (seed, one, other, random) => {
        fc.pre(one !== other);
        const valueOf = ownValues(seed);
        expect(isDateTime(valueOf(one, random))).toBe(true);
        expect(valueOf(one, random).slice(0, 19)).not.toBe(valueOf(other, random).slice(0, 19));
      },
    ),
  );
});

it('milliseconds are below 500, so cutting and rounding give the same second', () => {
  fc.assert(
    fc.property(fc.nat(), fc.nat(), (index, random) => {
      expect(new Date(ownValues(1)(index, random)).getUTCMilliseconds()).toBeLessThan(500);
    }),
  );
});

it('tells which request wrote a value, also where its milliseconds are lost', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 10_000_000 }), fc.nat(), (seed, index, random) => {
      const written = Date.parse(ownValues(seed)(index, random));
      expect(indexOfOwnValue(seed)(written)).toBe(index);
      expect(indexOfOwnValue(seed)(Math.floor(written / 1_000) * 1_000)).toBe(index);
    }),
  );
});
