import type { Exchange } from '../exchange/exchange';
import { freshInstant } from '../fresh-instant';
import type { Room } from '../rooms';
import { patch } from '../patch';
import { send } from '../send';
import { unwantedDifferences, type Difference } from './differences';
import { wasRead } from './known-state';
import { readRoom } from './read-room';

/**
 * What sending a request again changes in a chatroom, where it seems to have changed the property at `pointer` before. A
 * value that it set there is put back: who watches that chatroom must see none of this.
 */
export async function changesAgain(
  room: Room,
  pointer: string,
  sendAgain: () => Promise<Exchange>,
): Promise<Difference[]> {
  // A value of its own first: the same change a second time must be seen.
  if (pointer === '/established_dialogue') {
    if (!wasRead(room)) await readRoom(room);
    await set(room, freshInstant());
  }
  const before = await readRoom(room);
  const again = await sendAgain();
  const after = await readRoom(room);
  if (again.response?.status === 200 && typeof before?.established_dialogue === 'string') {
    await set(room, before.established_dialogue);
    await readRoom(room);
  }
  return unwantedDifferences(before, after);
}

/** Not as other PATCHes go: what those change beside their value is looked at with this. */
async function set(room: Room, value: string): Promise<void> {
  const expectation = { obligation: 'any/answer/status', statuses: [200], unrecorded: true };
  const variation = { room, body: { established_dialogue: value } };
  await send(patch(variation), { ...expectation, chatroom: room.chatroom });
}
