import type { Change } from '../behaviour';

/** One way to break the documentation, so that a check can be seen to fail. */
export interface Fault {
  /** Such as `chatroom.source.null` or `boolean-accepted`. */
  readonly name: string;
  /** What the API does wrong, in a few words. */
  readonly description: string;
  /** The lines of the contract policy that it breaks. */
  readonly policy: readonly number[];
  /** The promise that it breaks, in the manner of an obligation's id. */
  readonly obligation: string;
  readonly change: Change;
}

/** The faults of one file, without their names: those are the keys. */
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
