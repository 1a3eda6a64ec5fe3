import { parseDateTime } from '../../../schemas/formats/date-time';
import { describeAnomaly } from '../../linearizability/describe-anomaly';
import { findAnomaly } from '../../linearizability/find-anomaly';
import type { Exchange } from '../exchange/exchange';
import { broken, held, type Finding } from '../judge/finding';
import { show } from '../judge/show';
import { shownValue, type RecordedOperation, type Register } from './register';

const obligation = '200/concurrency/linearizable';

/** What an exchange shows of a history. */
export interface HistoryFinding {
  readonly finding: Finding;
  readonly exchange: Exchange;
}

/** Whether reads of a chatroom saw what they may have seen (ledger entry 17): each that did, or the first that did not. */
export function judgeHistory(register: Register): HistoryFinding[] {
  if (register.isAstray) return [];
  const operations = register.operations.flatMap((operation) => asSent(register, operation));
  const anomaly = findAnomaly({ initial: register.initial, operations });
  if (anomaly === undefined) {
    const reads = operations.filter(({ kind }) => kind === 'read');
    return reads.map(({ exchange }) => ({ finding: held(obligation), exchange }));
  }
  const originMs = Math.min(...operations.map(({ startedAtMs }) => startedAtMs));
  const { chatroom, brand } = register.room;
  const finding = broken({
    obligation,
    cause: anomaly.kind,
    message: `chatroom ${chatroom} (brand ${brand}): ${describeAnomaly(anomaly, originMs)}`,
    pointer: '/established_dialogue',
    received: show(anomaly.read.value),
    documented: 'the value of the last PATCH that was answered before, or of one under way',
  });
  return [{ finding, exchange: anomaly.read.exchange }];
}

/** A read with the value as it was sent; none where it shows no date-time, which is the schema's business. */
function asSent({ initial, sent }: Register, operation: RecordedOperation): RecordedOperation[] {
  const { kind, value } = operation;
  if (kind === 'write') return [operation];
  if (parseDateTime(value) === undefined) return [];
  return [{ ...operation, value: shownValue([initial, ...sent], value) ?? value }];
}
