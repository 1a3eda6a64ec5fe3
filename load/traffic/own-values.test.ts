import fc from 'fast-check';

import { isDateTime } from '../../schemas/formats/date-time';
import { ownValues } from './own-values';

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
