import type { Change } from './behaviour';
import { nearNames } from './near-names';

/** A change that can be asked for by name. */
export interface NamedChange {
  readonly name: string;
  readonly description: string;
  readonly policy: readonly number[];
  readonly change: Change;
}

/** Thrown for a name that is not in the list; the message offers near ones. */
export class UnknownNameError extends Error {}

/** What the named entries of a list change, in the order of the names. Throws {@link UnknownNameError}. */
export function changesOf(
  kind: 'fault' | 'variant',
  names: readonly string[],
  list: readonly NamedChange[],
): readonly Change[] {
  return names.map((name) => {
    const entry = list.find((candidate) => candidate.name === name);
    if (entry === undefined) throw new UnknownNameError(unknownName(kind, name, list));
    return entry.change;
  });
}

function unknownName(kind: string, name: string, list: readonly NamedChange[]): string {
  const near = nearNames(
    name,
    list.map((entry) => entry.name),
  );
  const offer = near.length === 0 ? `none of ${list.length} is near` : `near: ${near.join(', ')}`;
  return `"${name}" is not a ${kind}; ${offer}`;
}
