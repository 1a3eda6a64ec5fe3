import type { Target } from '../../schemas/target/target';
import type { Plan } from '../profiles/plan';
import type { LoadOptions } from '../script/options';
import { acceptedLateness } from '../result/lateness-limit';
import { planTraffic } from '../traffic/plan-traffic';
import { roomsOf } from '../traffic/rooms';
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
