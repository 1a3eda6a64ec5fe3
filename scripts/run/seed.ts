import { randomInt } from 'node:crypto';

/** The seed of --seed, or a new one; it is printed, so that a run can be repeated. */
export function seedOf(given: number | undefined): number {
  return given ?? randomInt(1, 1_000_000);
}
