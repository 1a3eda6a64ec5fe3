import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { TLSSocket } from 'node:tls';

import type { Target } from '../../schemas/target/target';
import { retryAfterMs } from '../../contracts/support/http/retry-after';
import { likelyCause } from './likely-cause';
import { sendPatch, timeLimitMs } from './send-patch';

const mostTries = 5;
const longestWaitMs = 10_000;

/** What one harmless request to a target showed. */
export type Probe =
  | {
      readonly usable: true;
      readonly status: number;
      readonly durationMs: number;
      readonly headers: IncomingHttpHeaders;
      /** Where the answer came by TLS. */
      readonly certificateExpires: Date | undefined;
    }
  | { readonly usable: false; readonly reason: string };

/**
 * Sends `{}` with the token to the first chatroom, which changes nothing (ledger entry 9), and where that
 * is refused to the first chatroom of every other brand. A target is unusable where no answer comes, the
 * token is refused, or no brand's chatroom is found: nothing that the suite says of it would be worth much.
 */
export async function probeTarget(target: Target, signal?: AbortSignal): Promise<Probe> {
  const refusals: string[] = [];
  for (const { id, chatrooms } of target.brands) {
    const chatroom = Array.isArray(chatrooms) ? chatrooms[0] : chatrooms.from;
    const probe = await probePatiently(target, id, Number(chatroom), signal);
    if (probe.usable && probe.status === 429) return { usable: false, reason: alwaysLimited(target) };
    if (!probe.usable || !isRefusal(probe.status)) return probe;
    if (probe.status === 401) return { usable: false, reason: tokenRefused(target) };
    refusals.push(`brand ${id}, chatroom ${String(chatroom)}: ${probe.status}`);
  }
  return {
    usable: false,
    reason:
      `${target.baseUrl} answers, but lets the token reach no chatroom of the target (${refusals.join('; ')}). ` +
      `Likely cause: the brands and chatroom ids are those of another environment, ${otherCause(target, refusals)}.`,
  };
}

/** Where everything is 404, the path may be what is not found. */
function otherCause({ baseUrl }: Target, refusals: readonly string[]): string {
  const permission = 'the token has no permission for them';
  if (!refusals.every((refusal) => refusal.endsWith(': 404'))) return `or ${permission}`;
  const { pathname } = new URL(baseUrl);
  return `${permission}, or the path of the base URL, ${pathname}, is another (of https://HOST/api/v2/chat/chatrooms/8 it is /api/v2)`;
}

/** A 429 is waited for as it asks, a few times (ledger entry 15). */
async function probePatiently(
  target: Target,
  brand: number,
  chatroom: number,
  signal?: AbortSignal,
): Promise<Probe> {
  for (let tries = 1; ; tries += 1) {
    const probe = await probeRoom(target, brand, chatroom, signal);
    if (!probe.usable || probe.status !== 429 || tries === mostTries || signal?.aborted === true)
      return probe;
    const askedMs = retryAfterMs(probe.headers['retry-after'], Date.now()) ?? 1_000;
    await wait(Math.min(askedMs, longestWaitMs));
  }
}

async function probeRoom(
  target: Target,
  brand: number,
  chatroom: number,
  signal?: AbortSignal,
): Promise<Probe> {
  const startedMs = performance.now();
  try {
    return await sendPatch(target, { brand, chatroom, body: {} }, { signal }, (response) => {
      const certificateExpires = certificateOf(response);
      response.destroy();
      return {
        usable: true,
        status: response.statusCode ?? 0,
        durationMs: performance.now() - startedMs,
        headers: response.headers,
        certificateExpires,
      };
    });
  } catch (error) {
    return { usable: false, reason: likelyCause(error, target.baseUrl, timeLimitMs) };
  }
}

function certificateOf({ socket }: IncomingMessage): Date | undefined {
  return socket instanceof TLSSocket ? new Date(socket.getPeerCertificate().valid_to) : undefined;
}

function isRefusal(status: number): boolean {
  return status === 401 || status === 403 || status === 404;
}

function alwaysLimited({ baseUrl }: Target): string {
  return `${baseUrl} answers 429 however often it is asked. Likely cause: the limit of this token or address is used up; try again later, or with "contracts": { "maxRequestsPerSecond": … } in the target file.`;
}

function tokenRefused({ baseUrl }: Target): string {
  return `${baseUrl} refuses the token (401). Likely cause: it has expired, or belongs to another environment; set POPSELL_TOKEN anew.`;
}
