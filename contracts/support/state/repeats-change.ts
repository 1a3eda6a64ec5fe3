import type { Exchange } from '../exchange/exchange';
import { usedRoomsOf, type Room } from '../rooms';
import { send } from '../send';
import { unwantedDifferences, type Difference } from './differences';
import { readRoom } from './read-room';

/**
 * Whether a rejected request, sent again, changes the same property of its chatroom, or of another that still is as it was: some
 * changes can be seen only once. What nothing repeats may have been somebody's work.
 */
export async function repeatsChange(
  room: Room,
  { pointer }: Difference,
  { request }: Exchange,
): Promise<boolean> {
  const path = request.url.lastIndexOf('/');
  for (const one of [room, ...usedRoomsOf(room.brand).filter((other) => other.chatroom !== room.chatroom)]) {
    const id = request.url.slice(path).replace(String(room.chatroom), String(one.chatroom));
    const before = await readRoom(one);
    await send({ ...request, url: `${request.url.slice(0, path)}${id}` }, unrecorded);
    const after = await readRoom(one);
    if (before === undefined || after === undefined) continue;
    if (unwantedDifferences(before, after).some((again) => propertyOf(again.pointer) === propertyOf(pointer)))
      return true;
  }
  return false;
}

const unrecorded = { obligation: 'any/answer/status', statuses: [], unrecorded: true };

function propertyOf(pointer: string): string | undefined {
  return pointer.split('/')[1];
}
