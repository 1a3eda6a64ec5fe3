import { obligationOf, type NamedObligationId } from '../obligations/catalogue';
import type { Exchange } from './exchange/exchange';
import type { Expectation } from './expectation';
import { freshInstant } from './fresh-instant';
import type { PatchVariation } from './patch';
import { room } from './rooms';
import { sendPatch } from './send-patch';
import { readRoom } from './state/read-room';
import { before, expectUnchanged, hasChanged } from './state/unchanged';
import { suite } from './suite';

/** What a rejection owes; with several statuses, the observed one is a recorded choice. */
export type Rejection = Expectation & {
  readonly obligation: NamedObligationId;
  /** What the choice between several statuses is called, where the obligation has more than one. */
  readonly choice?: string;
};

/** The obligation that nothing changes, by the status of the rejection (ledger entry 18). */
const stateObligations: Readonly<Record<number, NamedObligationId>> = {
  401: '401/state/unchanged',
  403: '403/state/unchanged',
  404: '404/state/unchanged',
  422: '422/state/unchanged',
};

export const documentedStatuses = [200, 401, 403, 404, 422];

/** Sends a request that must be rejected, then reads the chatroom: a rejected request changes nothing. */
export async function expectRejected(variation: PatchVariation, rejection: Rejection): Promise<Exchange> {
  return noteChoice(await sendAndWatch(variation, rejection), rejection);
}

/**
 * Sends requests that must be rejected and reads the chatroom once behind them all; only where it has changed are
 * they sent again, watched one by one, so that the change is put to the right request's account.
 */
export async function expectAllRejected(
  requests: readonly { readonly variationOf: () => PatchVariation; readonly rejection: Rejection }[],
): Promise<Exchange[]> {
  const watched = await before(room);
  const exchanges: Exchange[] = [];
  for (const { variationOf, rejection } of requests) {
    exchanges.push(noteChoice(await sendPatch(variationOf(), rejection), rejection));
  }
  if (await hasChanged(watched)) {
    for (const { variationOf, rejection } of requests) {
      // Another value first: what a request stores must be a change.
      const body = { established_dialogue: freshInstant() };
      await sendPatch({ body }, { obligation: '200/status', statuses: [200], unrecorded: true });
      await sendAndWatch(variationOf(), rejection);
    }
  }
  return exchanges;
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

/**
 * Sends a request twice, as usual and with any Accept, which must make no difference (ledger entry 21). The
 * first is judged under its usual obligation.
 */
export async function expectSameForAnyAccept(
  obligation: NamedObligationId,
  variationOf: () => PatchVariation,
  usual: Expectation,
): Promise<void> {
  const control = await sendAndWatch(variationOf(), usual);
  const variation = { ...variationOf(), accept: '*/*' };
  await sendAndWatch(variation, { ...usual, obligation, control, variant: 'Accept: */*' });
}

/** Sends an odd but harmless request: any documented status will do, and is recorded (ledger entry 22). */
export async function expectSomeAnswer(
  id: string,
  variant: string,
  variation: PatchVariation,
): Promise<Exchange> {
  const obligation = 'any/answer/status';
  const exchange = await sendAndWatch(variation, { obligation, statuses: documentedStatuses, variant });
  const status = exchange.response?.status;
  if (status !== undefined && documentedStatuses.includes(status)) {
    recordChoice(id, variant, status, documentedStatuses);
  }
  return exchange;
}

/** Records which of several allowed answers was observed (ledger entry 19). */
export function recordChoice(
  id: string,
  title: string,
  observed: number | string,
  allowed: readonly (number | string)[],
): void {
  const isAnything = allowed === documentedStatuses;
  suite.collector.addChoice(
    id,
    title,
    String(observed),
    isAnything ? 'any documented status' : allowed.join(' or '),
  );
}

/** Sends a request and reads the chatroom around it; where it was rejected, nothing may have changed. */
async function sendAndWatch(variation: PatchVariation, expectation: Expectation): Promise<Exchange> {
  const watched = await before(variation.room ?? room);
  const exchange = await sendPatch(variation, expectation);
  const obligation = stateObligations[exchange.response?.status ?? 0];
  // What was not rejected may have changed the chatroom: later comparisons start from a new read.
  if (obligation === undefined) await readRoom(watched.room);
  else await expectUnchanged(obligation, watched, exchange);
  return exchange;
}
