import { parseDateTime } from '../../../schemas/formats/date-time';
import type { NamedObligationId } from '../../obligations/catalogue';
import type { Exchange } from '../exchange/exchange';
import { broken, type Broken, type Finding } from '../judge/finding';
import { judgeOwnIds } from '../judge/own-ids';
import { show } from '../judge/show';
import { chatroomOf } from '../state/chatroom-of';
import { shownValue, type Register } from './register';

/**
 * Whether the answer to a request of a burst is its own: its chatroom's, and where it sent a value, with that value (ledger
 * entries 8, 9 and 17). Ids that are wrong with nothing else under way as well are no matter of concurrency.
 */
export function judgeOwnAnswer(
  obligation: NamedObligationId,
  register: Register,
  value: string | undefined,
  answer: Exchange,
): Finding[] {
  const findings = judgeIds(register, answer);
  const wrongId = findings.find((finding) => finding.kind === 'broken');
  const wrong =
    wrongId === undefined ? judgeValue(obligation, register, value, answer) : { ...wrongId, obligation };
  if (wrong === undefined) return findings;
  register.isAstray = true;
  return [wrong];
}

function judgeIds({ room, alone }: Register, answer: Exchange): Finding[] {
  const ids = (exchange: Exchange): Finding[] => judgeOwnIds(chatroomOf(exchange) ?? {}, room.chatroom);
  const known = new Set(ids(alone).flatMap((one) => (one.kind === 'broken' ? [one.obligation] : [])));
  return ids(answer).filter((finding) => finding.kind !== 'broken' || !known.has(finding.obligation));
}

/** A value that is no date-time at all is the schema's business. */
function judgeValue(
  obligation: NamedObligationId,
  { sent, room }: Register,
  value: string | undefined,
  answer: Exchange,
): Broken | undefined {
  const answered = chatroomOf(answer)?.established_dialogue;
  if (value === undefined || typeof answered !== 'string' || parseDateTime(answered) === undefined)
    return undefined;
  if (shownValue([value], answered) !== undefined) return undefined;
  const whose = shownValue(sent, answered) === undefined ? '' : ', which another request had sent';
  return broken({
    obligation,
    cause: 'other-value',
    message: `${show(value)} was sent to chatroom ${room.chatroom} and ${show(answered)} answered${whose}`,
    pointer: '/established_dialogue',
    received: show(answered),
    documented: `${show(value)}, as an instant`,
  });
}
