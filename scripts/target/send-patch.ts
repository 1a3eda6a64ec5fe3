import { request as httpRequest, type Agent, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

import type { Target } from '../../schemas/target/target';

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
 * Sends one PATCH with the target's token; the caller disposes of the answer's body. By node:http, as the specs
 * send: fetch refuses ports that APIs do listen on. Rejects where no answer comes.
 */
export function sendPatch(
  target: Target,
  patch: PatchRequest,
  { signal, agent = false }: SendOptions = {},
): Promise<IncomingMessage> {
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
  const signals = [AbortSignal.timeout(timeLimitMs), ...(signal === undefined ? [] : [signal])];
  return new Promise((resolve, reject) => {
    request(url, { method: 'PATCH', headers, agent, signal: AbortSignal.any(signals) }, resolve)
      .once('error', reject)
      .end(body);
  });
}
