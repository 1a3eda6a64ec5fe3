import fc from 'fast-check';

import { bucketsOf } from './buckets';
import { roomsOf } from './rooms';

const list = roomsOf({ id: 3, chatrooms: [301, 302] });
const range = roomsOf({ id: 4, chatrooms: { from: 1, to: 1_000_000 } });

const namesOf = (all: Parameters<typeof bucketsOf>[0]): string[] =>
  bucketsOf(all, { singleRoomLimit: 20 }).flatMap((each) => each.list.map(({ name }) => name));

it('gives each of a few chatrooms a bucket of its own', () => {
  expect(namesOf([list])).toEqual(['3/301', '3/302']);
});

it('never names single chatrooms of a large brand', () => {
  const names = namesOf([range]);
  expect(names).toHaveLength(8);
  expect(names[0]).toBe('4/1-125000');
});

it('puts every position into a bucket that has a name', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 40 }),
      fc.nat(50),
      (sizes, singleRoomLimit) => {
        const all = sizes.map((size, id) => roomsOf({ id, chatrooms: { from: 1, to: size } }));
        const buckets = bucketsOf(all, { singleRoomLimit });
        buckets.forEach(({ list: ofBrand, size }, brand) => {
          const count = all[brand]?.count ?? 0;
          expect(Math.floor((count - 1) / size)).toBe(ofBrand.length - 1);
        });
        const indexes = buckets.flatMap(({ list: ofBrand }) => ofBrand.map(({ index }) => index));
        expect(indexes).toEqual(indexes.map((_, at) => at));
      },
    ),
    { numRuns: 30 },
  );
});
