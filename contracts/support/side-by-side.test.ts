import { setImmediate as turn } from 'node:timers/promises';

import { sideBySide } from './side-by-side';

test('keeps the order of the items, whichever ends first', async () => {
  const turns = async (count: number): Promise<number> => {
    for (let index = 0; index < count; index += 1) await turn();
    return count;
  };
  expect(await sideBySide([9, 0, 5, 1, 3], 2, turns)).toEqual([9, 0, 5, 1, 3]);
});

test.each([1, 4])('has %d under way, and no more', async (lanes) => {
  let underWay = 0;
  let most = 0;
  await sideBySide(Array.from({ length: 10 }), lanes, async () => {
    underWay += 1;
    most = Math.max(most, underWay);
    await turn();
    underWay -= 1;
  });
  expect(most).toBe(lanes);
});

test('rejects once all that was under way has ended', async () => {
  let ended = 0;
  const act = async (item: number): Promise<void> => {
    if (item === 0) throw new Error('no');
    await turn();
    ended += 1;
  };
  await expect(sideBySide([0, 1, 2], 3, act)).rejects.toThrow('no');
  expect(ended).toBe(2);
});

test('of nothing is nothing', async () => {
  expect(await sideBySide([], 4, () => Promise.resolve(1))).toEqual([]);
});
