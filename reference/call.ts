import type { IncomingHttpHeaders } from 'node:http';

import type { Instant } from '../schemas/formats/date-time';
import type { Answer } from './answers/answer';
import type { Store } from './store/store';
import type { StoredChatroom } from './store/stored-chatroom';

/** One request to the operation, and what the checks have found out about it. */
export interface Call {
  readonly method: string;
  readonly headers: IncomingHttpHeaders;
  /** The names of the headers as the client wrote them. */
  readonly headerNames: readonly string[];
  /** As it stands in the path, decoded. */
  readonly id: string;
  readonly body: string;
  readonly nowMs: number;
  readonly store: Store;
  brandId: number | undefined;
  chatroom: StoredChatroom | undefined;
  /** The instant to be stored; undefined: the request changes nothing. */
  value: Instant | undefined;
}

/** Answers one question about a call: the answer that refuses it, or undefined and the call goes on. */
export type Check = (call: Call) => Answer | undefined;
