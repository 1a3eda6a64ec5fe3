import type { Exchange } from './exchange/exchange';
import type { Expectation } from './expectation';
import { patch, type PatchVariation } from './patch';
import { room } from './rooms';
import { send } from './send';
import { forget, wasRead } from './state/known-state';
import { readRoom } from './state/read-room';

/**
 * Sends the PATCH of a variation and has its answer judged. Where it was not rejected, what is known
 * of its chatroom is forgotten: the next comparison reads it anew. A chatroom is read before its first
 * PATCH, so that its value can be put back.
 */
export async function sendPatch(variation: PatchVariation, expectation: Expectation): Promise<Exchange> {
  const named = variation.room ?? room;
  if (!wasRead(named)) await readRoom(named);
  const chatroom = variation.id === undefined ? named.chatroom : undefined;
  const exchange = await send(patch(variation), { chatroom, ...expectation });
  const status = exchange.response?.status ?? 0;
  if (status < 400 || status >= 500) forget(named);
  return exchange;
}
