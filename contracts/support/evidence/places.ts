import type { Violation } from '../../../schemas/generated/types';

type Places = Pick<Violation, 'pointer' | 'otherPointers'>;

/** Every place that a violation was seen at, as JSON pointers; `undefined` is the answer as a whole. */
export function placesOf({ pointer, otherPointers = [] }: Places): (string | undefined)[] {
  return [pointer, ...otherPointers];
}

/** The further places of a violation once it was seen at some more, each once. */
export function placesAlso(violation: Places, pointers: readonly (string | undefined)[]): string[] {
  const known = new Set(placesOf(violation));
  const added = new Set(pointers.filter((pointer) => pointer !== undefined && !known.has(pointer)));
  return [...(violation.otherPointers ?? []), ...added] as string[];
}
