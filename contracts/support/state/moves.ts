import { setTimeout as wait } from 'node:timers/promises';

import type { Room } from '../rooms';
import { differences, type Difference } from './differences';
import type { ChatroomState } from './known-state';
import { readRoom } from './read-room';

/**
 * What people move forward in a chatroom may move beside any request by chance. It is a request that moves it where
 * that happens every time, and never between reads.
 */

const rounds = 2;
const slowRounds = 3;
/** What is kept to the second has moved where it is looked at after so long. */
const aSecondMs = 1_100;
const readsInARow = 3;

/** The documented properties that have moved forward from one read to a later one, by pointer. */
export function movedForward(
  before: ChatroomState | undefined,
  after: ChatroomState | undefined,
): ReadonlyMap<string, Difference> {
  if (before === undefined || after === undefined) return new Map();
  const moved = differences(before, after).filter(({ moving, documented }) => moving && documented);
  return new Map(moved.map((one) => [one.pointer, one]));
}

/** Whether something has moved forward from one read to a later one; not where either showed no chatroom. */
export type HasMoved = (before: ChatroomState | undefined, after: ChatroomState | undefined) => boolean;

/** Whether a property has moved forward. */
export function hasMovedAt(pointer: string): HasMoved {
  return (before, after) => movedForward(before, after).has(pointer);
}

/** Whether a request moves a property each time that it is sent again, and reads alone do not. */
export function movesEachTime(
  room: Room,
  pointer: string,
  sendAgain: () => Promise<unknown>,
): Promise<boolean> {
  return movesInAllOf(rounds, room, hasMovedAt(pointer), sendAgain);
}

/** {@link movesEachTime} for what may be kept to the second: within one, a request would seem to move nothing. */
export function movesEachSecond(
  room: Room,
  hasMoved: HasMoved,
  sendAgain: () => Promise<unknown>,
): Promise<boolean> {
  return movesInAllOf(slowRounds, room, hasMoved, sendAgain, () => wait(aSecondMs));
}

async function movesInAllOf(
  times: number,
  room: Room,
  hasMoved: HasMoved,
  sendAgain: () => Promise<unknown>,
  pause?: () => Promise<unknown>,
): Promise<boolean> {
  for (let round = 0; round < times; round += 1) {
    await pause?.();
    const [first, second] = [await readRoom(room), await readRoom(room)];
    if (hasMoved(first, second)) return false;
    await sendAgain();
    if (!hasMoved(second, await readRoom(room))) return false;
  }
  return true;
}

/** Whether a property moves with every one of some reads in a row: nobody chats as fast as that. */
export async function movesWithEachRead(room: Room, pointer: string): Promise<boolean> {
  let before = await readRoom(room);
  for (let read = 0; read < readsInARow; read += 1) {
    const after = await readRoom(room);
    if (!movedForward(before, after).has(pointer)) return false;
    before = after;
  }
  return true;
}
