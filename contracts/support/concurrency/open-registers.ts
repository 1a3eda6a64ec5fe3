import { setTimeout as wait } from 'node:timers/promises';

import { need } from '../obligation';
import type { Room } from '../rooms';
import type { ChatroomState } from '../state/known-state';
import { chatroomOf, readRoom } from '../state/read-room';
import { suite } from '../suite';
import { expectKept } from '../values';
import { distinctInstant } from './distinct-instant';
import { shownValue, type Register } from './register';

const looksAfterMs = [0, 50, 100];
const leastRequestsPerSecond = 10;

/** Every chatroom that was tried, once; undefined where it did not keep a value. */
const tried = new Map<Room, Register | undefined>();

/**
 * Makes registers of chatrooms: each gets a value of its own, with nothing else under way. What does not keep it
 * is left out, and violates other obligations.
 */
export async function openRegisters(rooms: readonly Room[]): Promise<Register[]> {
  needPace();
  const opening = [];
  // The first chatroom last: where its PATCH reaches the others, they have lost their values.
  for (const room of [...rooms].reverse()) if (!tried.has(room)) opening.push(await openRegister(room));
  for (const register of opening) tried.set(register.room, undefined);
  for (const register of await kept(opening)) tried.set(register.room, register);
  const registers = rooms.flatMap((room) => tried.get(room) ?? []);
  registers.forEach(needOverlap);
  return registers;
}

export function openedRegisters(): Register[] {
  return [...tried.values()].filter((register) => register !== undefined);
}

async function openRegister(room: Room): Promise<Register> {
  const initial = distinctInstant();
  const id = '200/value/every-brand';
  const variant = `brand ${room.brand}`;
  const alone = await expectKept({ value: initial, room, status: id, answered: id, stored: id, variant });
  return { room, initial, alone, operations: [], sent: [], isAstray: false };
}

/** A value that is there only after a while is no reason to stop: what overlaps then shows the more of it. */
async function kept(registers: readonly Register[]): Promise<Register[]> {
  let missing = registers.filter(({ alone, initial }) => shows(chatroomOf(alone), initial));
  const found: Register[] = [];
  for (const waitMs of looksAfterMs) {
    if (missing.length > 0) await wait(waitMs);
    const still: Register[] = [];
    for (const one of missing) (shows(await readRoom(one.room), one.initial) ? found : still).push(one);
    missing = still;
  }
  return found;
}

function shows(state: ChatroomState | undefined, value: string): boolean {
  return shownValue([value], state?.established_dialogue) !== undefined;
}

function needPace(): void {
  const { maxRequestsPerSecond = Infinity } = suite.target;
  const reason = `the target allows ${maxRequestsPerSecond} requests a second, and a burst takes ${leastRequestsPerSecond}`;
  need(maxRequestsPerSecond < leastRequestsPerSecond ? undefined : true, reason);
}

/** Requests that are over before the pace lets the next one through are no burst, and would prove nothing. */
function needOverlap({ alone }: Register): void {
  const { maxRequestsPerSecond = Infinity } = suite.target;
  const answerMs = alone.response?.durationMs ?? 0;
  const reason = `at ${maxRequestsPerSecond} requests a second, answers that take ${answerMs.toFixed(0)} ms do not overlap`;
  need(answerMs < 1_000 / maxRequestsPerSecond ? undefined : true, reason);
}
