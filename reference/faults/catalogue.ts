import type { Change } from '../behaviour';
import type { Fault } from './fault';
import { fieldFaults } from './fields/fields';
import { itemFaults } from './fields/items';
import { nearNames } from './near-names';

/** Every fault that the embedded API can be started with. */
export const faults: readonly Fault[] = [...fieldFaults, ...itemFaults];

export const faultNames: readonly string[] = faults.map(({ name }) => name);

/** Thrown for a name that nothing has; the message offers near ones. */
export class UnknownNameError extends Error {}

/** What the named entries of a list change. Throws {@link UnknownNameError}. */
export function changesOf(
  kind: string,
  names: readonly string[],
  list: readonly { readonly name: string; readonly change: Change }[],
): readonly Change[] {
  return names.map((name) => {
    const entry = list.find((candidate) => candidate.name === name);
    if (entry !== undefined) return entry.change;
    throw new UnknownNameError(unknownName(kind, name, list));
  });
}

function unknownName(kind: string, name: string, list: readonly { readonly name: string }[]): string {
  const near = nearNames(
    name,
    list.map((entry) => entry.name),
  );
  const offer = near.length === 0 ? `there are ${list.length} names` : `near: ${near.join(', ')}`;
  return `"${name}" is no ${kind}; ${offer}`;
}
