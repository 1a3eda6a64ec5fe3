import { setTimeout as wait } from 'node:timers/promises';

import { need } from '../obligation';
import { room, type Room } from '../rooms';
import type { ChatroomState } from '../state/known-state';
import { chatroomOf } from '../state/chatroom-of';
import { readRoom } from '../state/read-room';
import { suite } from '../suite';
import { expectKept, type ValueCase } from '../values';
import { distinctInstant } from './distinct-instant';
import { shownValue, type Register } from './register';

const looksAfterMs = [0, 50, 100];
const leastRequestsPerSecond = 10;
const plain = {
  status: '200/status',
  answered: '200/value/answered',
  stored: '200/value/stored',
} as const;

/** Every chatroom that was tried, once; undefined where it did not keep a value. */
const tried = new Map<Room, Register | undefined>();

/**
 * Makes registers of chatrooms: each gets a value of its own, with nothing else under way. What does not keep it
 * is left out, and violates other obligations.
 */
export async function openRegisters(rooms: readonly Room[]): Promise<Register[]> {
  needPace();
  const untried = rooms.filter((one) => !tried.has(one));
  const opening = new Map<Room, Register>();
  // The first chatroom first: where a plain value is not kept, others tell nothing new. And the first one last: where
  // its PATCH reaches the others, they have lost their values.
  for (const one of [...untried.slice(0, 1), ...[...untried].reverse()])
    opening.set(one, await openRegister(one));
  for (const one of untried) tried.set(one, undefined);
  for (const register of await kept([...opening.values()])) tried.set(register.room, register);
  const registers = rooms.flatMap((one) => tried.get(one) ?? []);
  registers.forEach(needOverlap);
  return registers;
}

export function openedRegisters(): Register[] {
  return [...tried.values()].filter((register) => register !== undefined);
}

async function openRegister(one: Room): Promise<Register> {
  const initial = distinctInstant();
  const alone = await expectKept({ value: initial, room: one, ...(one === room ? plain : elsewhere(one)) });
  return { room: one, initial, alone, operations: [], sent: [], isAstray: false };
}

function elsewhere({ brand }: Room): Omit<ValueCase, 'value'> {
  const id = '200/value/every-brand';
  return { status: id, answered: id, stored: id, variant: `brand ${brand}` };
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
