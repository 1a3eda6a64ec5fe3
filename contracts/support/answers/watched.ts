import type { Exchange } from '../exchange/exchange';
import type { Expectation } from '../expectation';
import { held } from '../judge/finding';
import type { PatchVariation } from '../patch';
import { room } from '../rooms';
import { sendPatch } from '../send-patch';
import { unwantedDifferences } from '../state/differences';
import { withoutLostValues } from '../state/kept-values';
import { knownState } from '../state/known-state';
import { readRoom } from '../state/read-room';
import { stateObligationOf, stateObligations } from '../state/state-obligation';
import { isStoredByRejected } from '../state/stored-by-rejected';
import { before, expectUnchanged, type Before } from '../state/unchanged';
import { suite } from '../suite';

/** Few enough to be no burst for an API, and enough that a slow one is waited for several times less. */
const lanes = 8;

/** How many of them are broken. */
export function brokenStateObligations(): number {
  return Object.values(stateObligations).filter((id) => suite.collector.isViolated(id)).length;
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

/** Whether the chatroom holds the value of a request that was rejected: of one of these, or of an earlier one. */
export function expectNotStored({ room: named, state }: Before, exchanges: readonly Exchange[]): boolean {
  const after = knownState(named);
  if (state === undefined || after === undefined) return false;
  return unwantedDifferences(state, after).some((one) => isStoredByRejected(one, named, exchanges));
}

/** Whether the chatroom has changed in another way than its value does anyhow. */
export function isTelling({ room: named, state }: Before): boolean {
  const after = knownState(named);
  if (state === undefined || after === undefined) return true;
  const differences = unwantedDifferences(state, after);
  return differences.length === 0 || withoutLostValues(differences).length > 0;
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
