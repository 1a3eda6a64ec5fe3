import type { Agent, IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

import { maxBodyBytes } from '../../contracts/support/http/response-limits';
import { retryAfterMs } from '../../contracts/support/http/retry-after';
import type { Target } from '../../schemas/target/target';
import { isTimeout, likelyCause } from '../target/likely-cause';
import { sendPatch, timeLimitMs, type PatchRequest } from '../target/send-patch';

/** What came of a request: an answer, or why there was none. */
export type Outcome =
  | { readonly answered: true; readonly status: number; readonly body: string }
  | { readonly answered: false; readonly reason: string };

/** Before each further attempt. An API that restarts is back within seconds; one that is down for longer is down. */
const pausesMs = [250, 1_000, 2_500];

/** The longest wait that is taken for a Retry-After. */
const longestWaitMs = 60_000;

/**
 * Sends a PATCH and, where there is no answer, or one that a later attempt may not get (429, 5xx), sends it again: a chatroom
 * that is not read or not put back is worse than a request too many. A hanging target is asked once.
 */
export async function patientPatch(
  target: Target,
  patch: PatchRequest,
  { agent, signal }: { readonly agent?: Agent; readonly signal?: AbortSignal | undefined } = {},
): Promise<Outcome> {
  for (let attempt = 0; ; attempt++) {
    const { outcome, again, askedMs = 0 } = await once(target, patch, agent, signal);
    const pauseMs = pausesMs[attempt];
    if (!again || pauseMs === undefined || signal?.aborted === true) return outcome;
    await sleep(Math.max(pauseMs, Math.min(askedMs, longestWaitMs)), undefined, { signal }).catch(
      () => undefined,
    );
  }
}

async function once(
  target: Target,
  patch: PatchRequest,
  agent: Agent | undefined,
  signal: AbortSignal | undefined,
): Promise<{ outcome: Outcome; again: boolean; askedMs?: number | undefined }> {
  try {
    return await sendPatch(target, patch, { agent, signal }, async (response) => {
      const status = response.statusCode ?? 0;
      return {
        outcome: { answered: true, status, body: await textOf(response) },
        again: status === 429 || status >= 500,
        askedMs: status === 429 ? retryAfterMs(response.headers['retry-after'], Date.now()) : undefined,
      };
    });
  } catch (error) {
    const reason = likelyCause(error, target.baseUrl, timeLimitMs);
    return { outcome: { answered: false, reason }, again: !isTimeout(error) };
  }
}

/** As much of a body as any answer may have (ledger entry 20): one that never ends would fill the memory. */
async function textOf(response: IncomingMessage): Promise<string> {
  let read = '';
  for await (const chunk of response.setEncoding('utf8')) {
    read += chunk as string;
    if (read.length > maxBodyBytes) break;
  }
  return read;
}
