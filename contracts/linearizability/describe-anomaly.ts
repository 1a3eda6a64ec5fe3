import type { Anomaly } from './find-anomaly';
import { isInitial } from './cluster';
import type { Operation } from './history';

/**
 * An anomaly in one sentence: which read saw what, and why that cannot be.
 * @param originMs the moment that times are told from
 */
export function describeAnomaly(anomaly: Anomaly, originMs: number): string {
  const when = (operation: Operation): string => whenOf(operation, originMs);
  const the = (operation: Operation): string => nameOf(operation, originMs);
  const { read } = anomaly;
  const saw = `a read ${when(read)} saw ${read.value}`;
  switch (anomaly.kind) {
    case 'unwritten-value':
      return `${saw}, which nobody wrote`;
    case 'read-from-the-future':
      return `${saw}, which was written only later ${when(anomaly.write)}`;
    case 'overwritten-value': {
      const { newer, newerStill, older } = anomaly;
      if (isInitial(older)) return `${saw}, the value before all writes, although ${the(newer)} had ended`;
      const subject = newer === newerStill ? '' : `${the(newerStill)} `;
      return `${saw}, although ${the(newer)} had ended, and ${subject}had begun after the end of ${the(older)}`;
    }
  }
}

function nameOf(operation: Operation, originMs: number): string {
  const article = operation.kind === 'write' ? 'the write of' : 'a read of';
  return `${article} ${operation.value} ${whenOf(operation, originMs)}`;
}

function whenOf({ startedAtMs, endedAtMs }: Operation, originMs: number): string {
  const start = (startedAtMs - originMs).toFixed(1);
  return endedAtMs === Infinity
    ? `(from ${start} ms, unanswered)`
    : `(${start} to ${(endedAtMs - originMs).toFixed(1)} ms)`;
}
