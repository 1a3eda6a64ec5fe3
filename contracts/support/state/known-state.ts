import type { Chatroom } from '../../../schemas/generated/types';
import type { Room } from '../rooms';

/** A chatroom as an answer showed it; its schema is judged elsewhere, so any property may be missing. */
export type ChatroomState = Partial<Chatroom>;

const known = new Map<string, ChatroomState>();
const read = new Set<string>();

/** What the last read of a chatroom showed, unless a request may have changed it since. */
export function knownState(room: Room): ChatroomState | undefined {
  return known.get(keyOf(room));
}

export function remember(room: Room, state: ChatroomState): void {
  known.set(keyOf(room), state);
  read.add(keyOf(room));
}

export function forget(room: Room): void {
  known.delete(keyOf(room));
}

export function wasRead(room: Room): boolean {
  return read.has(keyOf(room));
}

function keyOf({ brand, chatroom }: Room): string {
  return `${brand}/${chatroom}`;
}
