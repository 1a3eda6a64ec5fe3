import { events, handler, settings } from 'pactum';

import { attempts } from './attempt';
import { expectDocumentedAnswer, type Expectation } from './expectation';
import { exchangeOf, type PactumAnswer } from './journal';
import { nameHeaders } from './http/header-names';
import { limitingAgent } from './http/response-limits';
import { suite } from './suite';

/** The name under which specs reach the expect handler. */
export const documentedAnswer = 'the documented answer';

// Pactum prints requests with their headers, and so the token, when an expectation fails.
settings.setLogLevel('SILENT');

/** Carries every request of a spec file. */
export const agent = limitingAgent(
  suite.target.baseUrl.startsWith('https:'),
  suite.timeLimitMs,
  () => attempts.getStore()?.watch,
  (request) => {
    nameHeaders(request, attempts.getStore()?.sent.headers ?? {});
  },
);

// Pactum is loaded once for all spec files: what the one before listened to is over.
events.pactumEvents.removeAllListeners();

// withCore() copies its objects, and a copy of an agent is none.
events.pactumEvents.on(events.EVENT_TYPES.BEFORE_REQUEST, ({ request }: { request: { core?: object } }) => {
  request.core = { agent };
});

events.pactumEvents.on(events.EVENT_TYPES.AFTER_RESPONSE, ({ response }: { response: PactumAnswer }) => {
  const attempt = attempts.getStore();
  if (attempt !== undefined) attempt.exchange = exchangeOf(attempt, response);
});

handler.addExpectHandler(documentedAnswer, ({ data }) => {
  const exchange = attempts.getStore()?.exchange;
  if (exchange === undefined) throw new Error('the journal has no exchange for this answer');
  expectDocumentedAnswer(exchange, data as Expectation);
});
