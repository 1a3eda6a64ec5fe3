import type { Exchange } from '../exchange/exchange';
import type { Expectation } from '../expectation';
import type { PatchVariation } from '../patch';
import { room } from '../rooms';
import { sendPatch } from '../send-patch';
import { sideBySide } from '../side-by-side';
import { before, lookAgain } from '../state/unchanged';
import { documentedStatuses, recordChoice } from './choices';
import { lanesFor, noteUnchanged, sendAndWatch } from './watched';

/** An odd but harmless request, by the id under which the observed status is recorded. */
export interface OddRequest {
  readonly id: string;
  readonly title: string;
  readonly variation: PatchVariation;
  /** Statuses that whatever stands before the API gives such a request, before the API sees it. */
  readonly ofProxies?: readonly number[];
  /** The chatroom that a 200 must be of, where the path names it in an odd way. */
  readonly chatroom?: number;
}

/** Sends an odd request: any documented status will do, and is recorded (ledger entry 22). */
export async function expectSomeAnswer(odd: OddRequest): Promise<void> {
  noteSomeAnswer(odd.id, odd.title, await sendAndWatch(odd.variation, someAnswer(odd)));
}

/**
 * {@link expectSomeAnswer} for requests that may change nothing, some at a time: the chatroom is read once behind them
 * all, and only where it has changed each is watched by itself.
 */
export async function expectSomeAnswers(requests: readonly OddRequest[]): Promise<void> {
  const watched = await before(room);
  const send = (odd: OddRequest): Promise<Exchange> => sendPatch(odd.variation, someAnswer(odd));
  const exchanges = await sideBySide(requests, lanesFor(watched), send);
  requests.forEach(({ id, title }, index) => {
    const exchange = exchanges[index];
    if (exchange !== undefined) noteSomeAnswer(id, title, exchange);
  });
  const seen = await lookAgain(watched);
  if (seen === 'as it was') for (const exchange of exchanges) noteUnchanged(exchange);
  else if (seen === 'changed') for (const one of requests) await expectSomeAnswer(one);
}

function someAnswer({ title, chatroom, ofProxies = [] }: OddRequest): Expectation {
  const own = chatroom === undefined ? {} : { chatroom };
  return {
    obligation: 'any/answer/status',
    statuses: [...documentedStatuses, ...ofProxies],
    variant: title,
    ...own,
  };
}

function noteSomeAnswer(id: string, title: string, { response }: Exchange): void {
  const status = response?.status;
  if (status !== undefined && documentedStatuses.includes(status))
    recordChoice(id, title, status, documentedStatuses);
}
