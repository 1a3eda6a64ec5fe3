import { toPointer } from '../judge/json-pointer';
import { broken } from '../judge/finding';
import { show } from '../judge/show';
import { unwantedDifferences, type Difference } from '../state/differences';
import { chatroomOf } from '../state/chatroom-of';
import type { HistoryFinding } from './judge-history';
import type { Register } from './register';

const obligation = '200/concurrency/own-answer';
const value = toPointer(['established_dialogue']);

/**
 * Whether the answers of bursts show, beside the value, the fields of their chatroom: the first that does not. What was the same
 * before all bursts and is so after them, both times with nothing else under way, nobody has changed meanwhile.
 * @param register its last operation is a read that was alone
 */
export function judgeOtherFields(register: Register): HistoryFinding[] {
  const { room, operations, isAstray } = register;
  const [last] = operations.slice(-1);
  const [before, after] = [register.alone, last?.exchange].map((one) => one && chatroomOf(one));
  if (isAstray || before === undefined || after === undefined) return [];
  const changed = pointersOf(unwantedDifferences(before, after));
  for (const { exchange } of operations) {
    const shown = chatroomOf(exchange);
    if (shown === undefined) continue;
    const later = pointersOf(unwantedDifferences(shown, after));
    const strange = unwantedDifferences(before, shown).find(
      ({ pointer }) => pointer !== value && !changed.has(pointer) && later.has(pointer),
    );
    if (strange === undefined) continue;
    const finding = broken({
      obligation,
      cause: 'other-fields',
      message: `chatroom ${room.chatroom} (brand ${room.brand}): ${strange.pointer} is ${show(strange.after, 80)} with other requests under way, and ${show(strange.before, 80)} alone`,
      pointer: strange.pointer,
      received: show(strange.after),
      documented: `${show(strange.before)}, which it was before and afterwards`,
    });
    return [{ finding, exchange }];
  }
  return [];
}

function pointersOf(differences: readonly Difference[]): Set<string> {
  return new Set(differences.map(({ pointer }) => pointer));
}
