import type { Exchange } from '../exchange/exchange';
import { held } from '../judge/finding';
import { suite } from '../suite';
import type { Room } from '../rooms';
import type { ChatroomState } from './known-state';
import { readRoom, stateOf } from './read-room';
import { changed } from './changed';
import { unwantedDifferences, type Difference } from './differences';

/** A chatroom, and how it was before a request. */
export interface Before {
  readonly room: Room;
  readonly state: ChatroomState | undefined;
}

export async function before(room: Room): Promise<Before> {
  return { room, state: await stateOf(room) };
}

/**
 * Reads a chatroom again and holds it against its state before an exchange: what differs is put to
 * that exchange's account, under the obligation. Says nothing where the chatroom cannot be read.
 * @param exceptions pointers that may differ, and a body whose undocumented properties may not be taken
 * @returns the differences found
 */
export async function expectUnchanged(
  obligation: string,
  { room, state }: Before,
  exchange: Exchange,
  { ignored = [], sent = {} }: { readonly ignored?: readonly string[]; readonly sent?: object } = {},
): Promise<readonly Difference[]> {
  const after = await readRoom(room);
  if (state === undefined || after === undefined) return [];
  const found = unwantedDifferences(state, after, sent).filter(({ pointer }) => !ignored.includes(pointer));
  suite.collector.add(
    [found[0] === undefined ? held(obligation) : changed(obligation, found[0], room)],
    exchange,
  );
  return found;
}

/** Reads a chatroom again: whether it differs from its state before. False where it cannot be read. */
export async function hasChanged({ room, state }: Before): Promise<boolean> {
  const after = await readRoom(room);
  return state !== undefined && after !== undefined && unwantedDifferences(state, after, {}).length > 0;
}
