import { divideRooms } from '../traffic/ownership';
import { roomsOf } from '../traffic/rooms';
import { warnWithoutOwners } from './warn-without-owners';

function warnings(chatrooms: number[], ownedShare: number): string[] {
  const said: string[] = [];
  const brandShares = [1];
  const ownership = divideRooms([roomsOf({ id: 3, chatrooms })], {
    vus: 10,
    ownedShare,
    brandShares,
    contendedPerBrand: undefined,
  });
  warnWithoutOwners(ownership, (text) => said.push(text));
  return said;
}

it('says that nothing is owned where that was asked for and is not possible', () => {
  expect(warnings([1, 2], 0.1)).toHaveLength(1);
  expect(warnings([1, 2, 3], 0.1)).toEqual([]);
  expect(warnings([1, 2], 0)).toEqual([]);
});
