import { keepsSamples } from './keeps-samples';
import type { ClosedProfile, OpenProfile, Profile, Stage, TrafficShape } from './profile';
import type { ClosedShape, OpenShape } from './shape';
import { profileNames, profiles, type ProfileName } from './profiles';
import {
  brandThresholds,
  failureThreshold,
  overallThresholds,
  type PlannedThreshold,
} from './planned-threshold';

/** Thrown where a profile, a rate or a duration cannot be used; nothing was sent. */
export class PlanError extends Error {}

export interface PlanRequest {
  readonly profile: string;
  /** Peak arrivals per second in place of the profile's. */
  readonly ratePerSecond?: number | undefined;
  /** Total time in place of the profile's. */
  readonly durationSeconds?: number | undefined;
  /** No more than this many arrivals per second are allowed. */
  readonly maxRatePerSecond?: number | undefined;
  /** Of all processes together, in place of what one machine is thought to carry. */
  readonly maxVus?: number | undefined;
  readonly brandIds: readonly number[];
  /** Share of the requests that each brand gets; they sum to 1. */
  readonly brandShares: readonly number[];
}

/** A profile made ready for one run: scaled, sized, with the thresholds it is judged by. */
export interface Plan {
  readonly profile: ProfileName;
  readonly durationSeconds: number;
  readonly timeoutSeconds: number;
  /** False: k6 forgets its samples, and percentiles come from histograms. */
  readonly exactPercentiles: boolean;
  readonly traffic: TrafficShape;
  readonly thresholds: readonly PlannedThreshold[];
  /** VUs that are ready before the first request. */
  readonly vus: number;
  readonly shape: OpenShape | ClosedShape;
}

/**
 * Time without arrivals after the last stage. k6 cuts the arrivals that are due in the last milliseconds of
 * its time; with this, every planned request is sent, and shards send together exactly what one process does.
 */
export const tailSeconds = 0.5;

/** A VU takes about 0.4 MB: above this, more than one machine should be asked for. */
export const vuLimit = 2_000;

/**
 * Plans one run. Throws {@link PlanError} where the profile is unknown, a number is not positive, or the
 * rate is above the allowed maximum.
 */
export function planRun(request: PlanRequest): Plan {
  const name = profileNames.find((known) => known === request.profile);
  if (name === undefined) {
    throw new PlanError(`unknown profile "${request.profile}"; accepted: ${profileNames.join(', ')}`);
  }
  requirePositive('--rate', request.ratePerSecond);
  requirePositive('--duration', request.durationSeconds);
  const profile: Profile = profiles[name];
  const shape = profile.model === 'open' ? openShape(profile, request) : closedShape(profile, request);
  const durationSeconds =
    request.durationSeconds ?? (profile.model === 'open' ? totalSeconds(profile.stages) : profile.seconds);
  const plannedRequests = shape.model === 'open' ? shape.plannedRequests : Infinity;
  return {
    profile: name,
    durationSeconds,
    timeoutSeconds: profile.timeoutSeconds,
    exactPercentiles: keepsSamples(profile, { shape, durationSeconds }),
    traffic: profile.traffic,
    thresholds: [
      ...overallThresholds(profile.thresholds.overall),
      ...request.brandIds.flatMap((brand, index) =>
        brandThresholds(
          profile.thresholds.perBrand,
          brand,
          plannedRequests * (request.brandShares[index] ?? 0),
        ),
      ),
      failureThreshold(profile.thresholds.failureShareLimit),
    ],
    vus: profile.model === 'closed' ? profile.vus : vusFor(shape, profile.timeoutSeconds, request.maxVus),
    shape,
  };
}

function openShape(profile: OpenProfile, request: PlanRequest): OpenShape {
  const peak = Math.max(profile.startRatePerSecond, ...profile.stages.map((stage) => stage.toRatePerSecond));
  const peakRatePerSecond = request.ratePerSecond ?? peak;
  requireAllowed(peakRatePerSecond, request);
  const rateFactor = peakRatePerSecond / peak;
  const timeFactor = (request.durationSeconds ?? 0) / totalSeconds(profile.stages) || 1;
  const stages = profile.stages.map(({ toRatePerSecond, seconds }) => ({
    toRatePerSecond: toRatePerSecond * rateFactor,
    seconds: seconds * timeFactor,
  }));
  const startRatePerSecond = profile.startRatePerSecond * rateFactor;
  return {
    model: 'open',
    startRatePerSecond,
    stages,
    peakRatePerSecond,
    plannedRequests: arrivals(startRatePerSecond, stages),
  };
}

function closedShape(profile: ClosedProfile, request: PlanRequest): ClosedShape {
  const { ratePerSecond = Infinity, maxRatePerSecond = Infinity } = request;
  if (ratePerSecond !== Infinity) requireAllowed(ratePerSecond, request);
  // Clients that wait for answers have no rate of their own; a limit is kept by letting each of them pause.
  const rateLimit = Math.min(ratePerSecond, maxRatePerSecond);
  return {
    model: 'closed',
    roomsPerBrand: profile.roomsPerBrand,
    minSecondsPerRequest: rateLimit === Infinity ? 0 : profile.vus / rateLimit,
  };
}

function requireAllowed(peakRatePerSecond: number, { profile, maxRatePerSecond }: PlanRequest): void {
  if (maxRatePerSecond === undefined || peakRatePerSecond <= maxRatePerSecond) return;
  throw new PlanError(
    `profile ${profile} asks for ${peakRatePerSecond} requests a second, and the target allows ` +
      `${maxRatePerSecond} (load.maxRatePerSecond): use --rate ${maxRatePerSecond} or less`,
  );
}

/** Every request of the longest tolerated stall holds one VU, so none is dropped before its timeout. */
function vusFor(shape: OpenShape | ClosedShape, timeoutSeconds: number, maxVus = vuLimit): number {
  const peak = shape.model === 'open' ? shape.peakRatePerSecond : 0;
  return Math.min(maxVus, Math.max(10, Math.ceil(peak * (timeoutSeconds + 0.5))));
}

function totalSeconds(stages: readonly Stage[]): number {
  return stages.reduce((sum, stage) => sum + stage.seconds, 0);
}

/** The area under the rate. */
function arrivals(startRatePerSecond: number, stages: readonly Stage[]): number {
  let from = startRatePerSecond;
  let sum = 0;
  for (const { toRatePerSecond, seconds } of stages) {
    sum += ((from + toRatePerSecond) / 2) * seconds;
    from = toRatePerSecond;
  }
  return sum;
}

function requirePositive(option: string, value: number | undefined): void {
  if (value !== undefined && !(value > 0 && Number.isFinite(value))) {
    throw new PlanError(`${option} ${value} is not a positive number`);
  }
}
