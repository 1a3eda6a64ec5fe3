import type { Exchange } from './exchange/exchange';
import { isRejected } from './exchange/is-rejected';
import { expectAnswered } from './expect-answered';
import type { Expectation } from './expectation';
import { held } from './judge/finding';
import { patch, type PatchVariation } from './patch';
import { noteAccepted } from './accepted-values';
import { noteRejected } from './rejected-exchanges';
import { room, type Room } from './rooms';
import { send } from './send';
import { changed } from './state/changed';
import { unwantedDifferences } from './state/differences';
import { forget, knownState, wasRead, type ChatroomState } from './state/known-state';
import { chatroomOf } from './state/chatroom-of';
import { readRoom } from './state/read-room';
import { isDoneBeside } from './state/repeats-change';
import { suite } from './suite';
import { whenAlone } from './when-alone';

/**
 * Sends the PATCH of a variation and has its answer judged. Where it was not rejected, what is known
 * of its chatroom is forgotten: the next comparison reads it anew. A chatroom is read before its first
 * PATCH, so that its value can be put back.
 */
export async function sendPatch(variation: PatchVariation, expectation: Expectation): Promise<Exchange> {
  const named = variation.room ?? room;
  if (!wasRead(named)) await readRoom(named);
  const before = knownState(named);
  const chatroom = variation.id === undefined ? named.chatroom : undefined;
  const exchange = await send(patch(variation), { chatroom, ...expectation });
  if (before !== undefined && setsTheValueAlone(variation)) await expectOthersKept(before, exchange, named);
  noteRejected(exchange);
  noteAccepted(exchange);
  await expectAnswered(exchange, expectation);
  if (!isRejected(exchange)) forget(named);
  return exchange;
}

/** Whether the variation is a plain PATCH of its own chatroom; what others do has obligations of its own. */
function setsTheValueAlone({ id, body }: PatchVariation): boolean {
  if (id !== undefined || typeof body !== 'object' || body === null) return false;
  return Object.keys(body).join() === 'established_dialogue';
}

/** The answer of every PATCH shows at once whether it changed what it was not asked to (ledger entry 9). */
async function expectOthersKept(before: ChatroomState, exchange: Exchange, named: Room): Promise<void> {
  const id = '200/state/other-fields';
  const after = chatroomOf(exchange);
  if (after === undefined) return;
  const [found] = unwantedDifferences(before, after).filter(
    ({ pointer }) => pointer !== '/established_dialogue',
  );
  if (found === undefined) {
    suite.collector.add([held(id)], exchange);
    return;
  }
  await whenAlone(async () => {
    if (suite.collector.isViolated(id) || (await isDoneBeside(found, named, exchange)))
      suite.collector.add([changed(id, found, named)], exchange);
  });
}
