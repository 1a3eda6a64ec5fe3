import type { NamedObligationId } from '../../obligations/catalogue';
import type { Exchange } from '../exchange/exchange';
import type { Expectation } from '../expectation';
import { held } from '../judge/finding';
import type { PatchVariation } from '../patch';
import { room } from '../rooms';
import { sendPatch } from '../send-patch';
import { sentValue } from '../sent-value';
import { changed } from '../state/changed';
import { compareInstant } from '../state/compare-instant';
import { unwantedDifferences } from '../state/differences';
import { knownState } from '../state/known-state';
import { readRoom } from '../state/read-room';
import { before, expectUnchanged, type Before } from '../state/unchanged';
import { suite } from '../suite';

/** Few enough to be no burst for an API, and enough that a slow one is waited for several times less. */
const lanes = 4;

/** The obligation that nothing changes, by the status of the rejection (ledger entry 18). */
const stateObligations: Readonly<Record<number, NamedObligationId>> = {
  401: '401/state/unchanged',
  403: '403/state/unchanged',
  404: '404/state/unchanged',
  422: '422/state/unchanged',
};

/** How many of them are broken. */
export function brokenStateObligations(): number {
  return Object.values(stateObligations).filter((id) => suite.collector.isViolated(id)).length;
}

/** Undefined where the request was not rejected. */
function stateObligationOf({ response }: Exchange): NamedObligationId | undefined {
  return stateObligations[response?.status ?? 0];
}

/** Sends a request and reads the chatroom around it; where it was rejected, nothing may have changed. */
export async function sendAndWatch(variation: PatchVariation, expectation: Expectation): Promise<Exchange> {
  const watched = await before(variation.room ?? room);
  const exchange = await sendPatch(variation, expectation);
  // What was not rejected may have changed the chatroom: later comparisons start from a new read.
  if (!(await expectUnchangedIfRejected(watched, exchange))) await readRoom(watched.room);
  return exchange;
}

/** Reads the chatroom of a request again, where that was rejected: nothing may have changed. Whether it was. */
export async function expectUnchangedIfRejected(watched: Before, exchange: Exchange): Promise<boolean> {
  const obligation = stateObligationOf(exchange);
  if (obligation !== undefined) await expectUnchanged(obligation, watched, exchange);
  return obligation !== undefined;
}

/**
 * How many requests may be under way at a time. More than one only once this run has seen that concurrent requests are
 * answered as they should be: what an API mixes up must not be to the account of a rejection. And one where the chatroom
 * cannot be read: patience is short then, and one after the other makes the most of it.
 */
export function lanesFor({ state }: Before): number {
  return state === undefined ? 1 : lanesForReads();
}

/** How many reads of different chatrooms may be under way at a time. */
export function lanesForReads(): number {
  const { collector } = suite;
  const isSafe =
    collector.isVerified('200/concurrency/own-answer') &&
    !collector.isViolated('200/concurrency/other-chatrooms') &&
    !collector.isViolated('200/concurrency/linearizable');
  return isSafe ? lanes : 1;
}

/** The chatroom is as it was behind a request: where that was rejected, it has kept its promise. */
export function noteUnchanged(exchange: Exchange): void {
  const obligation = stateObligationOf(exchange);
  if (obligation !== undefined) suite.collector.add([held(obligation)], exchange);
}

/**
 * A value that only a rejected request has sent, and that is in the chatroom, was stored by it: a violation, which needs no
 * second try. Whether there was one.
 */
export function expectNotStored({ room: named, state }: Before, exchanges: readonly Exchange[]): boolean {
  const after = knownState(named);
  if (state === undefined || after === undefined) return false;
  const difference = unwantedDifferences(state, after).find(
    ({ pointer }) => pointer === '/established_dialogue',
  );
  if (difference === undefined) return false;
  for (const exchange of exchanges) {
    const obligation = stateObligationOf(exchange);
    const sent = sentValue(exchange.request);
    if (obligation === undefined || sent === undefined) continue;
    if (compareInstant(sent, after.established_dialogue) === 'different') continue;
    suite.collector.add([changed(obligation, difference, named)], exchange);
    return true;
  }
  return false;
}

/** Which of them took the chatroom away cannot be tried again: it is gone. */
export async function expectNoneLost(watched: Before, exchanges: readonly Exchange[]): Promise<void> {
  for (const exchange of exchanges) {
    const obligation = stateObligationOf(exchange);
    if (obligation === undefined) continue;
    await expectUnchanged(obligation, watched, exchange);
    return;
  }
}
