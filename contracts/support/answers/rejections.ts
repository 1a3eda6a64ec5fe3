import { obligationOf, type NamedObligationId } from '../../obligations/catalogue';
import type { Exchange } from '../exchange/exchange';
import type { Expectation } from '../expectation';
import { freshInstant } from '../fresh-instant';
import type { PatchVariation } from '../patch';
import { isSameRoom, room, usedRoomsOf } from '../rooms';
import { sendPatch } from '../send-patch';
import { sideBySide } from '../side-by-side';
import { noteChangedMeanwhile } from '../state/changed-meanwhile';
import { before, lookAgain } from '../state/unchanged';
import { recordChoice } from './choices';
import {
  brokenStateObligations,
  expectNoneLost,
  expectNotStored,
  isTelling,
  lanesFor,
  noteUnchanged,
  sendAndWatch,
} from './watched';

/** What a rejection owes; with several statuses, the observed one is a recorded choice. */
export type Rejection = Expectation & {
  readonly obligation: NamedObligationId;
  /** What the choice between several statuses is called, where the obligation has more than one. */
  readonly choice?: string;
};

/** A request that must be rejected; sent a second time, it is made anew. */
export interface RejectedRequest {
  readonly variationOf: () => PatchVariation;
  readonly rejection: Rejection;
}

/** Sends a request that must be rejected, then reads the chatroom: a rejected request changes nothing. */
export async function expectRejected(variation: PatchVariation, rejection: Rejection): Promise<Exchange> {
  return noteChoice(await sendAndWatch(variation, rejection), rejection);
}

/**
 * Sends requests that must be rejected, some at a time, and reads the chatroom once behind them all; only where it has
 * changed are they sent again, watched one by one, so that the change is put to the right request's account.
 */
export async function expectAllRejected(requests: readonly RejectedRequest[]): Promise<Exchange[]> {
  const watched = await before(room);
  const send = async ({ variationOf, rejection }: RejectedRequest) => ({
    rejection,
    exchange: await sendPatch(variationOf(), rejection),
  });
  const sent = await sideBySide(requests, lanesFor(watched), send);
  // In the order of the requests, not of the answers: of a choice, it is told which came first.
  for (const { exchange, rejection } of sent) noteChoice(exchange, rejection);
  const exchanges = sent.map(({ exchange }) => exchange);
  const seen = await lookAgain(watched);
  if (seen === 'as it was') for (const exchange of exchanges) noteUnchanged(exchange);
  if (seen === 'out of reach') await expectNoneLost(watched, exchanges);
  if (seen === 'changed' && !expectNotStored(watched, exchanges) && isTelling(watched))
    await findTheOne(
      requests,
      exchanges.some(({ response }) => response?.status === 200),
    );
  return exchanges;
}

/**
 * Sends them again one by one, to see which changes the chatroom; and, where none does, to one that still is as it was: some
 * changes can be seen only once.
 */
async function findTheOne(requests: readonly RejectedRequest[], wasLetIn: boolean): Promise<void> {
  const known = brokenStateObligations();
  for (const { variationOf, rejection } of requests) {
    // Another value first: what a request stores must be a change.
    const body = { established_dialogue: freshInstant() };
    await sendPatch({ body }, { obligation: '200/status', statuses: [200], unrecorded: true });
    await sendAndWatch(variationOf(), rejection);
  }
  // Of the same brand: a brand header means the same there.
  for (const other of usedRoomsOf(room.brand).filter(({ chatroom }) => chatroom !== room.chatroom)) {
    if (brokenStateObligations() > known) return;
    for (const { variationOf, rejection } of requests) {
      const variation = variationOf();
      // An id is that of no chatroom, and another brand's chatroom is not of this one's.
      if (variation.id === undefined && isSameRoom(variation.room ?? room, room))
        await sendAndWatch({ ...variation, room: other }, rejection);
    }
  }
  // What was let in may have changed it, and is told as that.
  if (brokenStateObligations() === known && !wasLetIn) noteChangedMeanwhile();
}

/** With several allowed statuses, the observed one is recorded. */
function noteChoice(exchange: Exchange, rejection: Rejection): Exchange {
  const status = exchange.response?.status;
  if (rejection.statuses.length > 1 && status !== undefined && rejection.statuses.includes(status)) {
    const { obligation, choice, statuses } = rejection;
    if (choice === undefined) recordChoice(obligation, obligationOf(obligation).title, status, statuses);
    else recordChoice(`${obligation}/${choice}`, choice, status, statuses);
  }
  return exchange;
}
