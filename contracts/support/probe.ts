import type { Exchange } from './exchange/exchange';
import { isRejected } from './exchange/is-rejected';
import { judgeExchange, type Expectation } from './expectation';
import type { Finding } from './judge/finding';
import { patch, type PatchVariation } from './patch';
import { room } from './rooms';
import { send } from './send';
import { forget, wasRead } from './state/known-state';
import { readRoom } from './state/read-room';

/** An exchange, and what it shows: not recorded. */
export interface Probe {
  readonly exchange: Exchange;
  readonly findings: readonly Finding[];
}

/**
 * Sends the PATCH of a variation as sendPatch does, and has its answer judged, but records none of it: a search
 * for the smallest request that fails sends many that fail, and one of them is news.
 */
export async function probe(variation: PatchVariation, expectation: Expectation): Promise<Probe> {
  const named = variation.room ?? room;
  if (!wasRead(named)) await readRoom(named);
  const chatroom = variation.id === undefined ? named.chatroom : undefined;
  const expected = { chatroom, ...expectation, unrecorded: true };
  const exchange = await send(patch(variation), expected);
  if (!isRejected(exchange)) forget(named);
  return { exchange, findings: judgeExchange(exchange, expected) };
}
