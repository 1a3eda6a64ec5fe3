import type { History, Operation } from './history';

/** The write of one value, and every read that saw it. */
export interface Cluster<Op extends Operation = Operation> {
  /** Undefined for a value that nobody wrote. */
  readonly write: Operation | undefined;
  readonly reads: readonly Op[];
  /** The write and the reads, in the order in which they began. */
  readonly operations: readonly Operation[];
  /** The operation that ended first: the value was there by then. */
  readonly firstEnded: Operation;
  /** The operation that began last: the value was there still, or not yet. */
  readonly lastBegun: Operation;
}

/** The operations of a history by their value. The initial value is a write that ended before all else. */
export function clustersOf<Op extends Operation>({ initial, operations }: History<Op>): Cluster<Op>[] {
  const writes = new Map<string, Operation>([[initial, initialWrite(initial)]]);
  const reads = new Map<string, Op[]>();
  for (const operation of operations) {
    const { kind, value } = operation;
    if (kind === 'read') reads.set(value, [...(reads.get(value) ?? []), operation]);
    else if (writes.has(value)) throw new Error(`the value ${value} is written twice, or is the initial one`);
    else writes.set(value, operation);
  }
  const values = new Set([...writes.keys(), ...reads.keys()]);
  return [...values].map((value) => clusterOf(writes.get(value), reads.get(value) ?? []));
}

export function isInitial({ endedAtMs }: Operation): boolean {
  return endedAtMs === -Infinity;
}

function initialWrite(value: string): Operation {
  return { kind: 'write', value, startedAtMs: -Infinity, endedAtMs: -Infinity };
}

function clusterOf<Op extends Operation>(write: Operation | undefined, reads: readonly Op[]): Cluster<Op> {
  const members: Operation[] = [...(write === undefined ? [] : [write]), ...reads];
  const operations = members.sort((a, b) => a.startedAtMs - b.startedAtMs);
  return {
    write,
    reads,
    operations,
    firstEnded: operations.reduce((first, one) => (one.endedAtMs < first.endedAtMs ? one : first)),
    lastBegun: operations.reduce((last, one) => (one.startedAtMs > last.startedAtMs ? one : last)),
  };
}
