import type { Exchange } from '../exchange/exchange';
import { freshInstant } from '../fresh-instant';
import type { Room } from '../rooms';
import { patch } from '../patch';
import { send } from '../send';
import { unwantedDifferences, type Difference } from './differences';
import { wasRead } from './known-state';
import { readRoom } from './read-room';

/** What sending a request again changes in a chatroom, where it seems to have changed the property at `pointer` before. */
export async function changesAgain(
  room: Room,
  pointer: string,
  sendAgain: () => Promise<Exchange>,
): Promise<Difference[]> {
  // A value of its own first: the same change a second time must be seen.
  const body = { established_dialogue: freshInstant() };
  const expectation = { obligation: 'any/answer/status', statuses: [200], unrecorded: true };
  // Not as other PATCHes go: what those change beside their value is looked at with this.
  if (pointer === '/established_dialogue') {
    if (!wasRead(room)) await readRoom(room);
    await send(patch({ room, body }), { ...expectation, chatroom: room.chatroom });
  }
  const before = await readRoom(room);
  await sendAgain();
  return unwantedDifferences(before, await readRoom(room));
}
