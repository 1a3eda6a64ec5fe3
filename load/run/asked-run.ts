import type { TargetBrand } from '../../schemas/generated/types';
import type { Target } from '../../schemas/target/target';
import type { Plan } from '../profiles/plan';
import type { LoadOptions } from '../script/options';
import { acceptedLateness } from '../result/lateness-limit';
import { planTraffic } from '../traffic/plan-traffic';
import { roomsOf } from '../traffic/rooms';
import { workingSet } from '../traffic/working-set';
import type { Popularity } from '../traffic/traffic';
import { askedOptions } from './k6-environment';
import { isLoopback } from './loopback';
import { reachOf, type Reach } from './reach';
import type { Shard } from './shard';

/** What is asked of a run. */
export interface AskedRun {
  readonly target: Target;
  /** A name of the profiles. */
  readonly profile: string;
  /** Peak requests per second in place of the profile's. */
  readonly ratePerSecond?: number | undefined;
  /** Total time in place of the profile's. */
  readonly durationSeconds?: number | undefined;
  readonly shard?: Shard | undefined;
  readonly seed: number;
  /** Limit of the target; a loopback host has none. */
  readonly maxRatePerSecond?: number | undefined;
  /** The run uses no more chatrooms of the target than this. */
  readonly maxChatrooms?: number | undefined;
  /** Which chatrooms of a brand get most; undefined: as the profile says. */
  readonly popularity?: Popularity | undefined;
}

/** The plan that the script will make for itself from the same numbers. Throws PlanError, or for LOAD_ variables an Error. */
export function planFor(options: AskedRun): Plan {
  // Nobody should hear of a wrong variable at the end of a run.
  acceptedLateness(process.env);
  return planTraffic(options.target.brands.map(roomsOf), askedOf(options)).plan;
}

/** What a run may write, and where. Throws PlanError as {@link planFor} does. */
export function reachOfRun(options: AskedRun): Reach {
  return reachOf(options.target.brands, askedOf(options), options.shard);
}

/**
 * The brands with only those chatrooms that the run uses, for lists: k6's engine is slow to read a million ids, and takes
 * 100 bytes for each. Requests are the same. Ranges cost nothing, and stay.
 */
export function usedBrands(options: AskedRun): readonly TargetBrand[] {
  const { brands } = options.target;
  if (!brands.some(({ chatrooms }) => Array.isArray(chatrooms))) return brands;
  const { traffic, maxChatrooms } = askedOf(options);
  const all = brands.map(roomsOf);
  const used = workingSet(all, { ...traffic, maxChatrooms });
  if (used === all) return brands;
  return brands.map((brand, index) => {
    const { count, idAt } = used[index] ?? roomsOf(brand);
    return { ...brand, chatrooms: Array.from({ length: count }, (_, position) => idAt(position)) };
  });
}

function askedOf(options: AskedRun): LoadOptions {
  return askedOptions(process.env, {
    ...options,
    maxRatePerSecond: rateLimitOf(options),
    processes: options.shard?.count,
  });
}

/** None for this machine itself. */
export function rateLimitOf({ target, maxRatePerSecond }: AskedRun): number | undefined {
  return isLoopback(target.baseUrl) ? undefined : maxRatePerSecond;
}
