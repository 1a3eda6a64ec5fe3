import type { Exchange, ReceivedResponse } from './exchange/exchange';
import type { Expectation } from './expectation';
import { retryAfterMs } from './http/retry-after';
import { broken } from './judge/finding';
import { patch } from './patch';
import { limits, longestWaitMs, send } from './send';
import { suite } from './suite';

/**
 * A 429 is no violation, and is waited for (ledger entry 15). It is one in place of a documented answer where requests of a
 * kind get nothing else however often they are sent, while others in between are answered: no limit does that.
 */
export async function expectAnswered(exchange: Exchange, expectation: Expectation): Promise<void> {
  const { obligation, statuses, variant, unrecorded, control } = expectation;
  const { request, response } = exchange;
  if (response?.status !== 429 || unrecorded === true) return;
  // What is so with the control as well is the control's account.
  if (control?.response?.status === 429) return;
  if (limits.wasAnswered(request, expectation) || asksForMore(response)) return;
  const other = await send(patch({}), { obligation, statuses: [200], unrecorded: true });
  if (other.response === undefined || other.response.status === 429) return;
  const again = await send(request, { ...expectation, unrecorded: true });
  if (again.response?.status !== 429) return;
  limits.giveUp(request, expectation);
  const finding = broken({
    obligation,
    cause: 'status-429',
    message:
      `received 429 each time${variant === undefined ? '' : ` for ${variant}`}, after every Retry-After, while {} in ` +
      `between got ${other.response.status}; documented ${statuses.join(', ')}`,
    received: 'status 429, however often it is asked',
    documented: `status ${statuses.join(' or ')}`,
  });
  suite.collector.add([finding], exchange);
}

/** A wait that was not kept proves nothing. */
function asksForMore({ headers, receivedAtMs }: ReceivedResponse): boolean {
  return (retryAfterMs(headers['retry-after'], receivedAtMs) ?? 0) > longestWaitMs;
}
