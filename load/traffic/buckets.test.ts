import fc from 'fast-check';

import { bucketsOf } from './buckets';
import { roomsOf } from './rooms';

const list = roomsOf({ id: 3, chatrooms: [301, 302] });
const range = roomsOf({ id: 4, chatrooms: { from: 1, to: 1_000_000 } });

it('gives each of a few chatrooms a bucket of its own', () => {
  expect(bucketsOf([list], { singleRoomLimit: 20 })[0]?.names).toEqual(['3/301', '3/302']);
});

it('never names single chatrooms of a large brand', () => {
  const names = bucketsOf([range], { singleRoomLimit: 20 })[0]?.names;
  expect(names).toHaveLength(8);
  expect(names?.[0]).toBe('4/1-125000');
});

it('puts every position into a bucket that has a name', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 40 }),
      fc.nat(50),
      (sizes, singleRoomLimit) => {
        const all = sizes.map((size, id) => roomsOf({ id, chatrooms: { from: 1, to: size } }));
        bucketsOf(all, { singleRoomLimit }).forEach(({ names, indexOf }, brand) => {
          const count = all[brand]?.count ?? 0;
          for (let position = 0; position < count; position++) {
            expect(names[indexOf(position)]).toBeDefined();
          }
          expect(indexOf(count - 1)).toBe(names.length - 1);
        });
      },
    ),
    { numRuns: 30 },
  );
});
