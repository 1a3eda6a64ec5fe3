import type { Exchange } from '../exchange/exchange';
import { isSameRoom, room as plainRoom, type Room } from '../rooms';
import { patch } from '../patch';
import { send } from '../send';
import { suite } from '../suite';
import { chatroomOf } from './chatroom-of';
import { lastingValues } from './watch-lasting-values';
import { otherRuns } from './watch-other-runs';
import { forget, knownState, remember, wasRead, type ChatroomState } from './known-state';

/** Reads a chatroom with `{}` (ledger entry 9); undefined where the answer is no chatroom. */
export async function readRoom(room: Room): Promise<ChatroomState | undefined> {
  return chatroomOf(await readExchange(room));
}

/** {@link readRoom}, with the exchange that read it. */
export async function readExchange(room: Room): Promise<Exchange> {
  const variant = isSameRoom(room, plainRoom)
    ? '{}'
    : `{} to chatroom ${room.chatroom} of brand ${room.brand}, which the target names`;
  const expectation = { obligation: '200/empty-body/status', statuses: [200], variant };
  const exchange = await send(patch({ room }), { ...expectation, chatroom: room.chatroom });
  const state = chatroomOf(exchange);
  if (state !== undefined) keep(room, state);
  else {
    forget(room);
    noteNeverRead(room, exchange);
  }
  return exchange;
}

/** The likely cause is the target file, and then the violations that follow are not the API's. */
function noteNeverRead(room: Room, { response }: Exchange): void {
  const status = response?.status ?? 0;
  if (wasRead(room) || (status !== 403 && status !== 404)) return;
  suite.collector.addNotice(
    'target-chatroom',
    `brand ${room.brand} of the target: chatrooms that it names get ${status}, never a 200; are the brand and the ids right? What is broken for this brand may be the target file`,
  );
}

/** A first value is written down before anything can change it: an interrupted run must put it back. */
function keep(room: Room, state: ChatroomState): void {
  const value: unknown = state.established_dialogue;
  lastingValues.noteShown(room, value);
  if (typeof value === 'string') {
    if (wasRead(room)) otherRuns.noteShown(value);
    else suite.restoreJournal.record({ ...room, value });
  }
  remember(room, state);
}

/** The state that is known, or that a read shows. */
export async function stateOf(room: Room): Promise<ChatroomState | undefined> {
  return knownState(room) ?? (await readRoom(room));
}
