import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';

import type { Target } from '../../schemas/target/target';
import { likelyCause } from './likely-cause';

/** What one harmless request to a target showed. */
export type Probe =
  | {
      readonly usable: true;
      readonly status: number;
      readonly durationMs: number;
      readonly date: string | undefined;
    }
  | { readonly usable: false; readonly reason: string };

const timeLimitMs = 10_000;

/**
 * Sends `{}` with the token to the first chatroom, which changes nothing (ledger entry 9), and where that
 * is refused to the first chatroom of every other brand. A target is unusable where no answer comes, the
 * token is refused, or no brand's chatroom is found: nothing that the suite says of it would be worth much.
 */
export async function probeTarget(target: Target, signal?: AbortSignal): Promise<Probe> {
  const refusals: string[] = [];
  for (const { id, chatrooms } of target.brands) {
    const chatroom = Array.isArray(chatrooms) ? chatrooms[0] : chatrooms.from;
    const probe = await probeRoom(target, id, Number(chatroom), signal);
    if (!probe.usable || !isRefusal(probe.status)) return probe;
    if (probe.status === 401) return { usable: false, reason: tokenRefused(target) };
    refusals.push(`brand ${id}, chatroom ${String(chatroom)}: ${probe.status}`);
  }
  return {
    usable: false,
    reason:
      `${target.baseUrl} answers, but lets the token reach no chatroom of the target (${refusals.join('; ')}). ` +
      'Likely cause: the brands and chatroom ids are those of another environment, or the token has no permission for them.',
  };
}

async function probeRoom(
  target: Target,
  brand: number,
  chatroom: number,
  signal?: AbortSignal,
): Promise<Probe> {
  const startedMs = performance.now();
  try {
    const response = await sendRead(target, brand, chatroom, signal);
    response.destroy();
    return {
      usable: true,
      status: response.statusCode ?? 0,
      durationMs: performance.now() - startedMs,
      date: response.headers.date,
    };
  } catch (error) {
    return { usable: false, reason: likelyCause(error, target.baseUrl, timeLimitMs) };
  }
}

/** By node:http, as the specs send: fetch refuses ports that APIs do listen on. */
function sendRead(
  target: Target,
  brand: number,
  chatroom: number,
  signal?: AbortSignal,
): Promise<IncomingMessage> {
  const url = new URL(`${target.baseUrl}/chat/chatrooms/${chatroom}`);
  const request = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const headers = {
    Accept: 'application/json',
    Authorization: `Bearer ${target.token}`,
    'Content-Type': 'application/json',
    'Content-Length': 2,
    'X-Popsell-Brand': String(brand),
  };
  const signals = [AbortSignal.timeout(timeLimitMs), ...(signal === undefined ? [] : [signal])];
  return new Promise((resolve, reject) => {
    request(url, { method: 'PATCH', headers, agent: false, signal: AbortSignal.any(signals) }, resolve)
      .once('error', reject)
      .end('{}');
  });
}

function isRefusal(status: number): boolean {
  return status === 401 || status === 403 || status === 404;
}

function tokenRefused({ baseUrl }: Target): string {
  return `${baseUrl} refuses the token (401). Likely cause: it has expired, or belongs to another environment; set POPSELL_TOKEN anew.`;
}
