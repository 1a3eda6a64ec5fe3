import type { Exchange } from '../exchange/exchange';
import { broken, held } from '../judge/finding';
import { show } from '../judge/show';
import { suite } from '../suite';
import type { Room } from '../rooms';
import type { ChatroomState } from './known-state';
import { readRoom, stateOf } from './read-room';
import { differences, type Difference } from './differences';

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
 * @returns the differences found
 */
export async function expectUnchanged(
  obligation: string,
  { room, state }: Before,
  exchange: Exchange,
  ignored: readonly string[] = [],
): Promise<readonly Difference[]> {
  const after = await readRoom(room);
  if (state === undefined || after === undefined) return [];
  const found = differences(state, after).filter(
    ({ pointer, moving }) => !moving && !ignored.includes(pointer),
  );
  suite.collector.add(
    [found[0] === undefined ? held(obligation) : changed(obligation, found[0], room)],
    exchange,
  );
  return found;
}

/** The violation of a difference that must not be there. */
export function changed(
  obligation: string,
  difference: Difference,
  { brand, chatroom }: Room,
): ReturnType<typeof broken> {
  const { pointer, before, after } = difference;
  return broken({
    obligation,
    cause: 'changed',
    message: `${pointer} of chatroom ${chatroom} (brand ${brand}) changed from ${show(before, 80)} to ${show(after, 80)}`,
    pointer,
    received: show(after),
    documented: show(before),
  });
}
