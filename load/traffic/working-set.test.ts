import fc from 'fast-check';

import { roomsOf, type Rooms } from './rooms';
import { workingSet } from './working-set';

const idsOf = ({ count, idAt }: Rooms): number[] => Array.from({ length: count }, (_, at) => idAt(at));
const range = (id: number, count: number): Rooms =>
  roomsOf({ id, chatrooms: { from: 1_000, to: 999 + count } });

const brands = fc.array(fc.integer({ min: 1, max: 3_000 }), { minLength: 1, maxLength: 6 });

it.each(['equal', 'rooms'] as const)(
  'holds no chatroom twice, none of other brands, and no more than the limit (%s)',
  (brandWeights) => {
    fc.assert(
      fc.property(brands, fc.integer({ min: 6, max: 4_000 }), fc.nat(), (counts, maxChatrooms, seed) => {
        const all = counts.map((count, index) => range(index, count));
        const chosen = workingSet(all, { maxChatrooms, seed, brandWeights });
        chosen.forEach((rooms, index) => {
          const ids = idsOf(rooms);
          expect(ids.length).toBeGreaterThan(0);
          expect(new Set(ids).size).toBe(ids.length);
          expect(ids.every((id) => id >= 1_000 && id < 1_000 + (counts[index] ?? 0))).toBe(true);
        });
        // A brand keeps one chatroom, however small its part.
        const total = chosen.reduce((sum, { count }) => sum + count, 0);
        expect(total).toBeLessThanOrEqual(maxChatrooms + counts.length);
      }),
    );
  },
);

it('is everything where that is not more than the limit', () => {
  const all = [range(3, 5), range(4, 5)];
  expect(workingSet(all, { maxChatrooms: 10, seed: 1, brandWeights: 'equal' })).toBe(all);
});

it('lets a small brand keep its chatrooms', () => {
  const chosen = workingSet([range(3, 10), range(4, 1_000_000)], {
    maxChatrooms: 1_000,
    seed: 1,
    brandWeights: 'equal',
  });
  expect(chosen.map(({ count }) => count)).toEqual([10, 990]);
});

it('is spread over the whole range, and another one for another seed', () => {
  const choice = (seed: number): number[] =>
    workingSet([range(3, 1_000_000)], { maxChatrooms: 100, seed, brandWeights: 'equal' }).flatMap(idsOf);
  expect(choice(1)).toEqual(choice(1));
  expect(choice(1)).not.toEqual(choice(2));
  expect(Math.max(...choice(1))).toBeGreaterThan(980_000);
});
