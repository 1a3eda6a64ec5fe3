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
const opened = new Map<Room, Register>();

/**
 * Makes registers of chatrooms: each gets a value of its own, with nothing else under way. What does not keep it
 * is left out, and violates other obligations.
 */
export async function openRegisters(rooms: readonly Room[]): Promise<Register[]> {
  needPace();
  const registers = [];
  // The first chatroom last: where its PATCH reaches the others, they have lost their values.
  for (const room of [...rooms].reverse()) registers.push(opened.get(room) ?? (await openRegister(room)));
  const steady = [];
  for (const register of registers) {
    if (!opened.has(register.room) && !(await isKept(register))) continue;
    needOverlap(register);
    opened.set(register.room, register);
    steady.push(register);
  }
  return steady;
}

export function openedRegisters(): Register[] {
  return [...opened.values()];
}

async function openRegister(room: Room): Promise<Register> {
  const initial = distinctInstant();
  const id = '200/value/every-brand';
  const variant = `brand ${room.brand}`;
  const alone = await expectKept({ value: initial, room, status: id, answered: id, stored: id, variant });
  return { room, initial, alone, operations: [], sent: [], isAstray: false };
}

/** A value that is there only after a while is no reason to stop: what overlaps then shows the more of it. */
async function isKept({ room, initial, alone }: Register): Promise<boolean> {
  if (!shows(chatroomOf(alone), initial)) return false;
  for (const waitMs of looksAfterMs) {
    await wait(waitMs);
    if (shows(await readRoom(room), initial)) return true;
  }
  return false;
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
  need(answerMs > 0 && answerMs < 1_000 / maxRequestsPerSecond ? undefined : true, reason);
}
