import { request as httpRequest, type Agent, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

import type { Target } from '../../schemas/target/target';
import { withTimeLimit } from '../../schemas/target/with-time-limit';

export interface PatchRequest {
  readonly brand: number;
  readonly chatroom: number;
  readonly body: object;
}

export interface SendOptions {
  readonly signal?: AbortSignal | undefined;
  /** Keeps connections open; by default each request has its own. */
  readonly agent?: Agent | false | undefined;
}

/** The longest that one of the command line's own requests may take. */
export const timeLimitMs = 10_000;

/**
 * Sends one PATCH with the target's token, and gives what `use` makes of the answer: what it does not read to the end it
 * must destroy. By node:http, as the specs send: fetch refuses ports that APIs do listen on. Rejects where no answer
 * comes, or where it is not used up within the time limit.
 */
export function sendPatch<T>(
  target: Target,
  patch: PatchRequest,
  { signal, agent = false }: SendOptions,
  use: (response: IncomingMessage) => T | Promise<T>,
): Promise<T> {
  const url = new URL(`${target.baseUrl}/chat/chatrooms/${patch.chatroom}`);
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const body = JSON.stringify(patch.body);
  const headers = {
    Accept: 'application/json',
    Authorization: `Bearer ${target.token}`,
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(body),
    'X-Popsell-Brand': String(patch.brand),
  };
  return withTimeLimit(timeLimitMs, signal, async (limit) => {
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      request(url, { method: 'PATCH', headers, agent, signal: limit }, resolve)
        .once('error', reject)
        .end(body);
    });
    return use(response);
  });
}
