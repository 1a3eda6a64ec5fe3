import type { Change } from '../behaviour';
import type { NamedChange } from '../changes-of';

/** One way to break the documentation, so that a check can be seen to fail. Names: `chatroom.source.null`. */
export interface Fault extends NamedChange {
  /** The lines of the contract policy that it breaks. */
  readonly policy: readonly number[];
  /** The promise that it breaks, in the manner of an obligation's id. */
  readonly obligation: string;
}

/** The faults of one file, by name. */
export type FaultTable = Readonly<Record<string, FaultRow>>;
export type FaultRow = readonly [
  description: string,
  policy: readonly number[],
  obligation: string,
  change: Change,
];

/** A table's faults, in its order. */
export function faultsOf(table: FaultTable): readonly Fault[] {
  return Object.entries(table).map(([name, [description, policy, obligation, change]]) => ({
    name,
    description,
    policy,
    obligation,
    change,
  }));
}
