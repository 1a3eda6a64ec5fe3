import type { Chatroom } from '../../../schemas/generated/types';
import type { ChangedRoom } from '../evidence/evidence-file';
import type { Room } from '../rooms';

/** A chatroom as an answer showed it; its schema is judged elsewhere, so any property may be missing. */
export type ChatroomState = Partial<Chatroom>;

const known = new Map<string, ChatroomState>();
const first = new Map<string, { readonly room: Room; readonly value: unknown }>();

/** What the last read of a chatroom showed, unless a request may have changed it since. */
export function knownState(room: Room): ChatroomState | undefined {
  return known.get(keyOf(room));
}

export function remember(room: Room, state: ChatroomState): void {
  known.set(keyOf(room), state);
  if (!first.has(keyOf(room))) first.set(keyOf(room), { room, value: state.established_dialogue });
}

export function forget(room: Room): void {
  known.delete(keyOf(room));
}

export function wasRead(room: Room): boolean {
  return first.has(keyOf(room));
}

/** Every chatroom that was read, with the value that it had at first: it may have another by now. */
export function touchedRooms(): ChangedRoom[] {
  return [...first.values()].flatMap(({ room, value }) =>
    typeof value === 'string' ? [{ ...room, value }] : [],
  );
}

function keyOf({ brand, chatroom }: Room): string {
  return `${brand}/${chatroom}`;
}
