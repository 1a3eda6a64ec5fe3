import type { NamedObligationId } from '../obligations/catalogue';
import { freshInstant } from '../support/fresh-instant';
import type { Finding } from '../support/judge/finding';
import { show } from '../support/judge/show';
import { NotTried } from '../support/not-tried';
import { probe, type Probe } from '../support/probe';
import { room } from '../support/rooms';
import { changed } from '../support/state/changed';
import { unwantedDifferences } from '../support/state/differences';
import { withoutLostValues } from '../support/state/kept-values';
import type { ChatroomState } from '../support/state/known-state';
import { chatroomOf } from '../support/state/chatroom-of';
import { stateOf } from '../support/state/read-room';
import { judgeValue, plainIsKept } from './expect-all-kept';
import { suite } from '../support/suite';
import type { Draw } from './kinds';
import { tryInputs } from './try-inputs';

/** Fields that must be ignored, each as the inside of a JSON object, and the plain ones of each kind. */
export interface IgnoredFields {
  readonly obligation: NamedObligationId;
  readonly runs: number;
  readonly draw: Draw<string>;
  readonly plainOf: (kind: string) => readonly string[];
}

/** Sends generated fields beside a valid value. 200 or 422 will do; nothing else changes (ledger entry 9). */
export async function expectAllIgnored({ obligation, ...fields }: IgnoredFields): Promise<void> {
  if (suite.collector.isViolated('200/state/other-fields'))
    throw new NotTried('any value changes other fields: see 200/state/other-fields');
  const known = await plainIsKept(obligation);
  let before = await stateOf(room);
  const judge = async (input: string): Promise<Probe[]> => {
    const value = freshInstant();
    const variant = `the fields ${show(input, 80)}`;
    const body = `{"established_dialogue":"${value}",${input}}`;
    const sent = await probe({ body }, { obligation, statuses: [200, 422], variant });
    const read = await probe({}, { obligation, statuses: [200], variant: `{} after ${variant}` });
    const after = chatroomOf(read.exchange);
    const isTaken = chatroomOf(sent.exchange) !== undefined;
    const findings = [
      ...sent.findings,
      ...(isTaken ? judgeValue(obligation, value, sent, read) : []),
      ...judgeRest(obligation, { before, after, sent: JSON.parse(`{${input}}`) as object, isTaken }),
    ];
    before = after;
    return [{ ...sent, findings }, read];
  };
  await tryInputs({ obligation, ...fields, judge, known }, 2);
}

interface Rest {
  readonly before: ChatroomState | undefined;
  readonly after: ChatroomState | undefined;
  /** The generated fields. */
  readonly sent: object;
  readonly isTaken: boolean;
}

/** A value that was taken is the only thing that may change. */
function judgeRest(obligation: NamedObligationId, { before, after, sent, isTaken }: Rest): Finding[] {
  if (before === undefined || after === undefined) return [];
  const [found] = withoutLostValues(unwantedDifferences(before, after, sent)).filter(
    ({ pointer }) => !(isTaken && pointer === '/established_dialogue'),
  );
  return found === undefined ? [] : [changed(obligation, found, room)];
}
