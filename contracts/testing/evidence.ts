import { emptyEvidence, type Evidence } from '../support/evidence/evidence';
import { recordExchange } from '../support/exchange/record-exchange';
import { anExchange, noRedaction } from './an-exchange';

type EvidenceViolation = Evidence['violations'][number];
type Changes = { readonly [name in keyof EvidenceViolation]?: EvidenceViolation[name] | undefined };

/** What the specs saw: nothing, but for the changes. */
export function anEvidence(changes: Partial<Evidence> = {}): Evidence {
  return { ...emptyEvidence(), complete: true, ...changes };
}

/** A violation of 200/body/source, seen once, but for the changes; undefined leaves a field out. */
export function aViolation(changes: Changes = {}): EvidenceViolation {
  const violation = {
    obligation: '200/body/source',
    cause: 'type',
    message: 'source is 2',
    pointer: '/source',
    received: '2',
    documented: 'string, one of "0", "1", "2"',
    count: 1,
    spec: 'contracts/patch-chatroom/200-ok.spec.ts',
    exchange: recordExchange(anExchange({ body: { source: 2 } }), noRedaction),
    ...changes,
  };
  return JSON.parse(JSON.stringify(violation)) as EvidenceViolation;
}
