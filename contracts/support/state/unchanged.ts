import { isDeepStrictEqual } from 'node:util';

import type { Exchange } from '../exchange/exchange';
import { isRejected } from '../exchange/is-rejected';
import { parseJson } from '../exchange/parse-json';
import { held } from '../judge/finding';
import { valueAt } from '../judge/json-pointer';
import { suite } from '../suite';
import type { Room } from '../rooms';
import type { ChatroomState } from './known-state';
import { send } from '../send';
import { chatroomOf } from './chatroom-of';
import { readExchange, readRoom, stateOf } from './read-room';
import { changed } from './changed';
import { hasSent } from './has-sent';
import { withoutLostValues } from './kept-values';
import { noteChangedMeanwhile } from './changed-meanwhile';
import { isDoneBeside, repeatsChange } from './repeats-change';
import { isStoredByRejected } from './stored-by-rejected';
import { movedForward, movesEachTime } from './moves';
import { unwantedDifferences, type Difference } from './differences';

/** What {@link expectUnchanged} need not find as it was. */
interface Exceptions {
  /** Pointers that may differ. */
  readonly ignored?: readonly string[];
  /** A body whose undocumented properties may not be taken. */
  readonly sent?: object;
}

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
 * that exchange's account, under the obligation, as is a chatroom that is refused from then on. Says nothing where it
 * cannot be read for another reason. What a rejected request seems to have changed is its own where it sent that value, or does
 * the same again (decision 9).
 * @returns the differences found
 */
export async function expectUnchanged(
  obligation: string,
  { room, state }: Before,
  exchange: Exchange,
  { ignored = [], sent = {} }: Exceptions = {},
): Promise<readonly Difference[]> {
  const read = await readExchange(room);
  const after = chatroomOf(read);
  if (state === undefined) return [];
  if (after === undefined) return await expectNotLost(obligation, { room, state }, exchange, read);
  const all = unwantedDifferences(state, after, sent).filter(({ pointer }) => !ignored.includes(pointer));
  const found = isOwnAccount(obligation) ? all : toldBy(exchange, all);
  if (found.length === 0 && all.length > 0) return [];
  if (found[0] !== undefined && !(await isItsOwn(obligation, found[0], room, exchange))) return [];
  const first = found[0] ?? (await movedByRejection(obligation, { room, state }, exchange, after));
  suite.collector.add([first === undefined ? held(obligation) : changed(obligation, first, room)], exchange);
  return found;
}

/** What {} itself does to a value is told beside what becomes of it. */
function isOwnAccount(obligation: string): boolean {
  return obligation === '200/empty-body/unchanged';
}

function toldBy(exchange: Exchange, differences: readonly Difference[]): readonly Difference[] {
  const telling = withoutLostValues(differences);
  return differences.filter((one) => telling.includes(one) || isWhatWasSent(one, exchange));
}

async function isItsOwn(
  obligation: string,
  difference: Difference,
  room: Room,
  exchange: Exchange,
): Promise<boolean> {
  if (!isRejected(exchange)) return isDoneByAccepted(obligation, difference, room, exchange);
  if (isWhatWasSent(difference, exchange)) return true;
  if (isStoredByRejected(difference, room)) return false;
  if (await repeatsChange(room, difference, exchange)) return true;
  noteChangedMeanwhile();
  return false;
}

/** What a request with a value, or with {}, does beside that. */
const besides = ['200/state/other-fields', '200/empty-body/unchanged'];

function isDoneByAccepted(
  obligation: string,
  difference: Difference,
  room: Room,
  exchange: Exchange,
): Promise<boolean> | boolean {
  return !besides.includes(obligation) || isDoneBeside(difference, room, exchange);
}

/** Whether what is there now is what the request sent for it. */
function isWhatWasSent({ pointer, after }: Difference, exchange: Exchange): boolean {
  if (pointer === '/established_dialogue') return hasSent(exchange.request, after);
  const body = parseJson(exchange.request.body ?? '');
  return body.ok && after !== undefined && isDeepStrictEqual(valueAt(body.value, pointer), after);
}

const refusals = [403, 404];

/** A chatroom that could be read before the exchange and is refused since, twice, was moved by it. */
async function expectNotLost(
  obligation: string,
  { room, state }: Before,
  exchange: Exchange,
  read: Exchange,
): Promise<readonly Difference[]> {
  const isRefused = ({ response }: Exchange): boolean => refusals.includes(response?.status ?? 0);
  if (!isRefused(read) || !isRefused(await readExchange(room))) return [];
  const difference = {
    pointer: '',
    before: 200,
    after: read.response?.status,
    moving: false,
    documented: true,
  };
  const message = `chatroom ${room.chatroom} can no longer be read as brand ${room.brand}: ${difference.after ?? ''}`;
  suite.collector.add([{ ...changed(obligation, difference, room), cause: 'lost', message }], exchange);
  return state === undefined ? [] : [difference];
}

/** How often a run looks closer at what moved beside rejected requests. */
let closerLooks = 8;

/** Where reads move something, what moved beside requests says nothing of them. */
function isWorthALook(): boolean {
  return closerLooks > 0 && !suite.collector.isViolated('200/empty-body/unchanged');
}

async function movedByRejection(
  obligation: string,
  { room, state }: Before,
  exchange: Exchange,
  after: ChatroomState,
): Promise<Difference | undefined> {
  const [moved] = movedForward(state, after).values();
  const isRejected = (exchange.response?.status ?? 0) >= 400;
  if (moved === undefined || !isRejected || !isWorthALook()) return undefined;
  closerLooks -= 1;
  const again = { obligation, statuses: [], unrecorded: true };
  const isMoved = await movesEachTime(room, moved.pointer, () => send(exchange.request, again));
  return isMoved ? moved : undefined;
}

/** How a chatroom looks when it is read again; `unknown`: it could not be read before. */
export type Look = 'as it was' | 'changed' | 'out of reach' | 'unknown';

/** Reads a chatroom again. What people may have moved counts as changed while there are closer looks left. */
export async function lookAgain({ room, state }: Before): Promise<Look> {
  const after = await readRoom(room);
  if (state === undefined) return 'unknown';
  if (after === undefined) return 'out of reach';
  const isMoved = isWorthALook() && movedForward(state, after).size > 0;
  return isMoved || unwantedDifferences(state, after, {}).length > 0 ? 'changed' : 'as it was';
}
