import { setTimeout as wait } from 'node:timers/promises';

import { spec } from 'pactum';

import { attempts, type Attempt } from './attempt';
import type { Exchange, ReceivedResponse, SentRequest } from './exchange/exchange';
import { isRejected } from './exchange/is-rejected';
import { expectDocumentedAnswer, type Expectation } from './expectation';
import { isStaleConnection, stopReusing } from './http/response-limits';
import { retryAfterMs } from './http/retry-after';
import { Limits } from './limits';
import { agent, documentedAnswer } from './pactum-setup';
import { NotTried } from './not-tried';
import { Patience } from './patience';
import { otherRuns } from './state/watch-other-runs';
import { noteTaken, noteWritten } from './state/written';
import { suite } from './suite';

/** The longest wait that is taken for a 429. */
export const longestWaitMs = 60_000;

const patience = new Patience();
const refusedForGood = 'the target answered nothing but 429 any more, however long it was waited';
export const limits = new Limits();

/**
 * Sends one request through Pactum and has its answer judged; a 429 is waited for and sent again
 * (ledger entry 15), and nothing else is. Resolves also where no answer came: the exchange says so.
 * @param onTurn called right before each sending, when the pace has let it through
 */
export async function send(
  sent: SentRequest,
  expectation: Expectation,
  onTurn: () => void = () => undefined,
): Promise<Exchange> {
  for (let retry = 0; ; retry += 1) {
    const exchange = await sendOnce(sent, expectation, onTurn);
    const { response } = exchange;
    if (response?.status !== 429) {
      if (response !== undefined) {
        limits.noteAnswer(sent, response.status, expectation);
        patience.noteLetThrough();
      }
      return exchange;
    }
    if (retry >= limits.retries(sent, expectation)) {
      patience.noteRefused();
      return exchange;
    }
    await waitAsAsked(response);
  }
}

async function sendOnce(sent: SentRequest, expectation: Expectation, onTurn: () => void): Promise<Exchange> {
  patience.check(suite.collector.spec);
  if (patience.isRefusedForGood()) {
    suite.collector.evidence.gaveUp = refusedForGood;
    throw new NotTried(refusedForGood);
  }
  await suite.pace.turn();
  onTurn();
  suite.collector.countRequest();
  noteWritten(sent);
  otherRuns.noteSent(sent);
  const attempt: Attempt = { sent, watch: {} };
  try {
    await attempts.run(attempt, () => toss(sent, expectation));
  } catch (error) {
    // Pactum rejects where no answer came, before it runs the expect handlers.
    if (attempt.exchange?.failure === undefined) throw error;
    if (isStaleConnection(attempt.watch, attempt.exchange.failure.cause)) {
      noteStaleConnection();
      return sendOnce(sent, expectation, onTurn);
    }
    expectDocumentedAnswer(attempt.exchange, expectation);
  }
  if (attempt.exchange === undefined) throw new Error('Pactum reported no answer and no failure');
  suite.exchangeLog.add(attempt.exchange);
  if (!isRejected(attempt.exchange)) noteTaken(sent);
  patience.note(isErrorAtLast(attempt.exchange) ? 'timeout' : attempt.exchange.failure?.cause);
  return attempt.exchange;
}

/** An API that gives up after seconds has no answer either. */
function isErrorAtLast({ response }: Exchange): boolean {
  return response !== undefined && response.status >= 500 && response.durationMs > suite.timeLimitMs / 2;
}

function toss(sent: SentRequest, expectation: Expectation): Promise<unknown> {
  const request = spec()
    .patch(sent.url)
    .withHeaders(sent.headers)
    // The agent keeps the time limit; Pactum's own is one of idleness, and a second line here.
    .withRequestTimeout(suite.timeLimitMs * 2)
    .inspect(false)
    .expect(documentedAnswer, expectation);
  return (sent.body === undefined ? request : request.withBody(sent.body)).toss();
}

/** The first is the last: none is kept from then on, so that a request that gets no answer is a violation. */
function noteStaleConnection(): void {
  suite.collector.addNotice(
    'connection-closed',
    'a connection was closed as the next request was sent: from then on each request had one of its own',
  );
  stopReusing(agent);
}

async function waitAsAsked(response: ReceivedResponse): Promise<void> {
  const askedMs = retryAfterMs(response.headers['retry-after'], response.receivedAtMs);
  suite.collector.addNotice(
    'rate-limited',
    askedMs === undefined
      ? 'a 429 came without a Retry-After; the request was sent again after 1 s'
      : 'a 429 was honoured: the request was sent again after its Retry-After',
  );
  await wait(Math.min(askedMs ?? 1_000, longestWaitMs));
}
