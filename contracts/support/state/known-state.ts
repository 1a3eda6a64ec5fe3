import type { Chatroom } from '../../../schemas/generated/types';
import { roomKey } from '../room-key';
import type { Room } from '../rooms';
import { suite } from '../suite';

/** A chatroom as an answer showed it; its schema is judged elsewhere, so any property may be missing. */
export type ChatroomState = Partial<Chatroom>;

interface Known {
  readonly state: ChatroomState;
  readonly spec: string;
}

const known = new Map<string, Known>();
const first = new Map<string, ChatroomState>();

/**
 * What the last read of a chatroom showed, unless a request may have changed it since. It is for the spec file that read
 * it: where requests reach other chatrooms than their own, that must not be to the account of the next.
 */
export function knownState(room: Room): ChatroomState | undefined {
  const last = known.get(roomKey(room));
  return last?.spec === suite.collector.spec ? last.state : undefined;
}

export function remember(room: Room, state: ChatroomState): void {
  known.set(roomKey(room), { state, spec: suite.collector.spec });
  if (!wasRead(room)) first.set(roomKey(room), state);
}

export function forget(room: Room): void {
  known.delete(roomKey(room));
}

/** Whether this run has read a chatroom. */
export function wasRead(room: Room): boolean {
  return first.has(roomKey(room));
}

/** What this run's first read of a chatroom showed, before it had changed anything. */
export function firstState(room: Room): ChatroomState | undefined {
  return first.get(roomKey(room));
}
