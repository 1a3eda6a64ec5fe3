import { AsyncLocalStorage } from 'node:async_hooks';

import type { Exchange, SentRequest } from './exchange/exchange';
import type { ResponseWatch } from './http/response-limits';

/** One request under way: what Pactum's hooks and the agent know of it. */
export interface Attempt {
  readonly sent: SentRequest;
  readonly watch: ResponseWatch;
  /** Filled in by the journal hook as soon as the answer, or the failure, is there. */
  exchange?: Exchange;
}

/** Ties Pactum's events, which carry no id, to the request that caused them. */
export const attempts = new AsyncLocalStorage<Attempt>();
