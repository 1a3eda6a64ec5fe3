import { obligationOf, type NamedObligationId } from '../obligations/catalogue';
import type { Exchange } from './exchange/exchange';
import type { Expectation } from './expectation';
import type { PatchVariation } from './patch';
import { room } from './rooms';
import { sendPatch } from './send-patch';
import { readRoom } from './state/read-room';
import { before, expectUnchanged } from './state/unchanged';
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
  const exchange = await sendAndWatch(variation, rejection);
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
