import { clustersOf, isInitial, type Cluster } from './cluster';
import type { History, Operation } from './history';

/** Why a history is not linearizable: what one read saw, and what that contradicts. */
export type Anomaly<Op extends Operation = Operation> =
  | { readonly kind: 'unwritten-value'; readonly read: Op }
  | { readonly kind: 'read-from-the-future'; readonly read: Op; readonly write: Operation }
  | Overwritten<Op>;

/**
 * A read saw a value that another had taken the place of: `newer` had ended before the read began, and the newer
 * value came behind the older one, for `newerStill` began only after `older` had ended. `newer` and `newerStill`
 * are of one value, and often one operation; `older` is of the value that the read saw.
 */
export interface Overwritten<Op extends Operation = Operation> {
  readonly kind: 'overwritten-value';
  readonly read: Op;
  readonly newer: Operation;
  readonly newerStill: Operation;
  readonly older: Operation;
}

/**
 * Whether a register whose writes are unique could have behaved like this history: undefined where it is
 * linearizable, else the anomaly of the earliest read that shows one; impossible values go first.
 *
 * A linearization puts the operations of one value, a cluster, in one block. A cluster must come before another
 * where some operation of the first had ended when some operation of the other began. The clusters can be ordered exactly
 * where no two must each come before the other; longer circles always contain such a pair. This is the zone
 * condition of Gibbons and Korach, "Testing Shared Memories" (1997), and takes a time quadratic in the number of values.
 */
export function findAnomaly<Op extends Operation>(history: History<Op>): Anomaly<Op> | undefined {
  const clusters = clustersOf(history);
  return earliest(clusters.flatMap(withinCluster)) ?? earliest(betweenClusters(clusters));
}

function earliest<Op extends Operation>(anomalies: readonly Anomaly<Op>[]): Anomaly<Op> | undefined {
  return [...anomalies].sort((a, b) => a.read.startedAtMs - b.read.startedAtMs)[0];
}

/** A value is seen only where it was written, and not before. */
function withinCluster<Op extends Operation>({ write, reads }: Cluster<Op>): Anomaly<Op>[] {
  return reads.flatMap((read): Anomaly<Op>[] => {
    if (write === undefined) return [{ kind: 'unwritten-value', read }];
    return endsBefore(read, write) ? [{ kind: 'read-from-the-future', read, write }] : [];
  });
}

/** A read can be too old only where it began after another operation of its value had ended. */
function betweenClusters<Op extends Operation>(clusters: readonly Cluster<Op>[]): Overwritten<Op>[] {
  const olders = clusters.filter(({ firstEnded, lastBegun }) => endsBefore(firstEnded, lastBegun));
  // Nothing is older than the initial value, so it is never the newer of a pair.
  const newers = clusters.filter(({ firstEnded }) => !isInitial(firstEnded));
  return olders.flatMap((older) =>
    newers
      .filter((newer) => newer !== older && mustBothComeFirst(older, newer))
      .flatMap((newer) => overwritten(older, newer)),
  );
}

function mustBothComeFirst(one: Cluster, other: Cluster): boolean {
  return endsBefore(one.firstEnded, other.lastBegun) && endsBefore(other.firstEnded, one.lastBegun);
}

/**
 * The reads that are too old by then. Where the newer value was seen only after such a read had begun, it is the older
 * one to that later read: the pair is told from there.
 */
function overwritten<Op extends Operation>(older: Cluster<Op>, newer: Cluster): Overwritten<Op>[] {
  const newerStill = newer.operations.find((one) => endsBefore(older.firstEnded, one));
  if (newerStill === undefined) return [];
  const tooOld = older.reads.filter(
    (read) => endsBefore(newer.firstEnded, read) && newerStill.startedAtMs <= read.startedAtMs,
  );
  const { firstEnded } = newer;
  return tooOld.map((read) => ({
    kind: 'overwritten-value',
    read,
    newer: firstEnded,
    newerStill,
    older: older.firstEnded,
  }));
}

/** What ends at the very moment at which another begins may have taken effect after it. */
function endsBefore({ endedAtMs }: Operation, { startedAtMs }: Operation): boolean {
  return endedAtMs < startedAtMs;
}
