import type { Change } from '../behaviour';
import type { NamedChange } from '../changes-of';

/** One way to break the documentation, so that a check can be seen to fail. Names: `chatroom.source.null`. */
export interface Fault extends NamedChange {
  /** The lines of the contract policy that it breaks. */
  readonly policy: readonly number[];
  /**
   * The obligations that it breaks, by id; an id that ends with a slash stands for all below it. The first must be
   * found broken, the others may be with it, and nothing else. Empty: the API refuses every request, so that it cannot
   * be used as a target at all.
   */
  readonly breaks: readonly string[];
}

/** A value that changes by itself changes around requests that are to change nothing, too. */
export const restlessValue = [
  '200/empty-body/unchanged',
  '200/state/',
  '401/state/unchanged',
  '403/state/unchanged',
  '403/brand/foreign-chatroom-state',
  '404/state/unchanged',
  '422/state/unchanged',
  '200/fuzz/',
  '404/fuzz/',
  '422/fuzz/',
];

/** The faults of one file, by name. */
export type FaultTable = Readonly<Record<string, FaultRow>>;
export type FaultRow = readonly [
  description: string,
  policy: readonly number[],
  breaks: string | readonly string[],
  change: Change,
];

/** A table's faults, in its order. */
export function faultsOf(table: FaultTable): readonly Fault[] {
  return Object.entries(table).map(([name, [description, policy, breaks, change]]) => ({
    name,
    description,
    policy,
    breaks: [breaks].flat(),
    change,
  }));
}
