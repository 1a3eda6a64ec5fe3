import { jsonAnswer, notFound, type Answer } from './answers/answer';
import type { Behaviour } from './behaviour';
import type { Call } from './call';

/** The operation: checks in their order, then the change, then the chatroom as it is now. */
export function updateChatroom(call: Call, behaviour: Behaviour): Answer {
  return behaviour.finish(decide(call, behaviour), call);
}

function decide(call: Call, { checks, order, write, present }: Behaviour): Answer {
  for (const name of order) {
    const refusal = checks[name](call);
    if (refusal !== undefined) return refusal;
  }
  if (call.chatroom === undefined) return notFound();
  if (call.value !== undefined) write(call.chatroom, call.value, call);
  return jsonAnswer(200, present(call.chatroom, call));
}
