import fc from 'fast-check';

import { divideRooms } from './ownership';
import { roomsOf } from './rooms';

const brand = (id: number, count: number) =>
  roomsOf({ id, chatrooms: { from: id * 10_000, to: id * 10_000 + count - 1 } });

it('gives no chatroom to two clients or to one and everybody, and leaves every brand one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }),
      fc.integer({ min: 1, max: 300 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
      (counts, vus, ownedShare, contendedPerBrand) => {
        const all = counts.map((count, id) => brand(id, count));
        const brandShares = counts.map(() => 1 / counts.length);
        const division = divideRooms(all, { vus, ownedShare, brandShares, contendedPerBrand });
        const seen = division.contended.flatMap(({ count, idAt }) =>
          Array.from({ length: count }, (_, at) => idAt(at)),
        );
        for (let vu = 1; vu <= vus; vu++) {
          const own = division.ownRoomOf(vu);
          if (own !== undefined) seen.push(division.owned[own.brandAt]?.idAt(own.position) ?? NaN);
        }
        expect(new Set(seen).size).toBe(seen.length);
        expect(division.contended.every(({ count }) => count > 0)).toBe(true);
      },
    ),
  );
});

it('has as many owners as were asked for where there are chatrooms enough', () => {
  const { owned, wanted } = divideRooms([brand(1, 1_000), brand(2, 1_000)], {
    vus: 500,
    ownedShare: 0.1,
    brandShares: [0.8, 0.2],
    contendedPerBrand: undefined,
  });
  expect(wanted).toBe(50);
  expect(owned.map(({ count }) => count)).toEqual([40, 10]);
});

it('has none where every brand is too small', () => {
  const { owned, wanted } = divideRooms([brand(1, 2)], {
    vus: 500,
    ownedShare: 0.1,
    brandShares: [1],
    contendedPerBrand: undefined,
  });
  expect([wanted, owned.map(({ count }) => count)]).toEqual([50, [0]]);
});
