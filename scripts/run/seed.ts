import { randomInt } from 'node:crypto';

/** Shards are started apart, and together send what one run sends: without a --seed, all have this one. */
const seedOfShards = 1;

/** The seed of --seed, or a new one; it is printed, so that a run can be repeated. */
export function seedOf(given: number | undefined): number {
  return given ?? randomInt(1, 1_000_000);
}

/** The seed of a load run, or of a part of one. */
export function loadSeedOf(given: number | undefined, isShard: boolean): number {
  return seedOf(given ?? (isShard ? seedOfShards : undefined));
}
