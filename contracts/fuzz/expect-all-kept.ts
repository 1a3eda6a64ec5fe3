import { parseDateTime } from '../../schemas/formats/date-time';
import type { NamedObligationId } from '../obligations/catalogue';
import { freshInstant } from '../support/fresh-instant';
import { held, type Finding } from '../support/judge/finding';
import { show } from '../support/judge/show';
import { probe, type Probe } from '../support/probe';
import { compareInstant } from '../support/state/compare-instant';
import { chatroomOf } from '../support/state/chatroom-of';
import { wrongValue } from '../support/values';
import type { Draw } from './kinds';
import { brokenByPlain, tryInputs } from './try-inputs';

/** Values that must be accepted and kept as instants, and the plain ones of each kind. */
export interface KeptValues {
  readonly obligation: NamedObligationId;
  readonly runs: number;
  readonly draw: Draw<string>;
  readonly plainOf: (kind: string) => readonly string[];
}

/** Sets generated values, one after the other; each must be answered, and read afterwards (ledger entry 9). */
export async function expectAllKept({ obligation, ...values }: KeptValues): Promise<void> {
  const judge = (value: string): Promise<Probe[]> => judgeKept(obligation, value);
  const known = await plainIsKept(obligation);
  await tryInputs({ obligation, ...values, judge, known }, 2);
}

/** Two plain values: a chatroom may take the first and no other. Throws NotTried where they are not kept. */
export async function plainIsKept(obligation: NamedObligationId): Promise<ReadonlySet<string>> {
  const probes = [
    ...(await judgeKept(obligation, freshInstant())),
    ...(await judgeKept(obligation, freshInstant())),
  ];
  return brokenByPlain(
    obligation,
    probes,
    'a plain value is not kept: see 200/value/answered and 200/value/stored',
  );
}

async function judgeKept(obligation: NamedObligationId, value: string): Promise<Probe[]> {
  const variant = `the value ${show(value, 80)}`;
  const sent = await probe(
    { body: { established_dialogue: value } },
    { obligation, statuses: [200], variant },
  );
  if (chatroomOf(sent.exchange) === undefined) return [sent];
  const read = await probe({}, { obligation, statuses: [200], variant: `{} after ${variant}` });
  return [{ ...sent, findings: [...sent.findings, ...judgeValue(obligation, value, sent, read)] }, read];
}

/** A wrong value that was also answered is one fault. One that is no date-time at all is the schema's business. */
export function judgeValue(
  obligation: NamedObligationId,
  value: string,
  sent: Probe,
  read: Probe,
): Finding[] {
  for (const [aspect, { exchange }] of [
    ['answered', sent],
    ['stored', read],
  ] as const) {
    const received = chatroomOf(exchange)?.established_dialogue;
    if (typeof received !== 'string' || parseDateTime(received) === undefined) return [];
    if (compareInstant(value, received) === 'different') {
      return [wrongValue({ value, answered: obligation, stored: obligation }, aspect, received)];
    }
  }
  return [held(obligation)];
}
