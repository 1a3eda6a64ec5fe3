import type { Exchange, SentRequest } from '../exchange/exchange';
import { usedRooms, type Room } from '../rooms';
import { send } from '../send';
import { noteChangedMeanwhile } from './changed-meanwhile';
import { changesAgain } from './changes-again';
import type { Difference } from './differences';

const roomsAtMost = 5;

/**
 * Whether a request, sent again, changes the same property of its chatroom, or of another that still is as it was: some
 * changes can be seen only once. What nothing repeats may have been somebody's work; where there is no other chatroom, nobody can tell,
 * and it is the request's.
 */
export async function repeatsChange(
  room: Room,
  { pointer }: Difference,
  { request }: Exchange,
): Promise<boolean> {
  const property = propertyOf(pointer);
  const others = usedRooms.filter(({ chatroom }) => chatroom !== room.chatroom);
  for (const one of [room, ...others].slice(0, roomsAtMost)) {
    const found = await changesAgain(one, pointer, () => send(forRoom(one, request, room), unrecorded));
    if (found.some((again) => propertyOf(again.pointer) === property)) return true;
  }
  return others.length === 0;
}

/**
 * Whether a request that was accepted changed what it was not to change. What is empty now it has emptied: people add, and write
 * something else. That may be their work, and is the request's where it does it again.
 */
export async function isDoneBeside(difference: Difference, room: Room, exchange: Exchange): Promise<boolean> {
  const isValue = difference.pointer === '/established_dialogue';
  if (isValue || isEmpty(difference.after) || (await repeatsChange(room, difference, exchange))) return true;
  noteChangedMeanwhile();
  return false;
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null)
    return value === undefined || value === null || value === '';
  return Object.keys(value).length === 0;
}

const unrecorded = { obligation: 'any/answer/status', statuses: [], unrecorded: true };

/** The same request to another chatroom, as that one's brand where it was sent as its own chatroom's. */
function forRoom(other: Room, request: SentRequest, room: Room): SentRequest {
  const path = request.url.lastIndexOf('/');
  const id = request.url.slice(path).replace(String(room.chatroom), String(other.chatroom));
  const { 'X-Popsell-Brand': brand, ...headers } = request.headers;
  const brandHeader = brand === String(room.brand) ? String(other.brand) : brand;
  return {
    ...request,
    url: `${request.url.slice(0, path)}${id}`,
    headers: brandHeader === undefined ? headers : { ...headers, 'X-Popsell-Brand': brandHeader },
  };
}

function propertyOf(pointer: string): string | undefined {
  return pointer.split('/')[1];
}
