import fc from 'fast-check';

import type { Draw, Generated } from '../kinds';

/** What a generator draws, the same in every run. */
export function drawn<T>(
  draw: Draw<T>,
  count: number,
  without: ReadonlySet<string> = new Set(),
): Generated<T>[] {
  const arbitrary = draw(without);
  return arbitrary === undefined ? [] : fc.sample(arbitrary, { seed: 7, numRuns: count });
}
