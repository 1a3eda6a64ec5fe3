import type { ConstantVUsScenario, Options, RampingArrivalRateScenario, Threshold } from 'k6/options';

import type { PlannedThreshold } from '../profiles/planned-threshold';
import type { Stage } from '../profiles/profile';
import type { Arrivals } from '../profiles/seconds-until';
import { tailSeconds, type Plan } from '../profiles/plan';
import { exactStatuses, metricNames } from '../telemetry/metric-names';

/** Rates as arrivals a minute: k6 takes whole numbers, and a scaled rate of 0.5 a second is not one. */
const timeUnitSeconds = 60;

/** k6's options for a plan. */
export function k6Options(
  plan: Plan,
  brandIds: readonly number[],
  bucketNames: readonly string[],
  baseUrl = '',
): Options {
  return {
    scenarios: { [plan.profile]: scenario(plan) },
    thresholds: plan.exactPercentiles ? thresholds(plan, brandIds, bucketNames) : {},
    // url and name would be one time series for each chatroom.
    systemTags: ['status', 'error_code'],
    summaryTrendStats: ['count', 'min', 'avg', 'med', 'max', 'p(75)', 'p(90)', 'p(95)', 'p(99)', 'p(99.9)'],
    // A redirect is an undocumented status, and following it would carry the token elsewhere (policy 20).
    maxRedirects: 0,
    ...pinned(baseUrl),
    userAgent: 'popsell-chatroom-suite (k6)',
  };
}

/**
 * A target that is named by its address needs no names: none is looked up, whatever an answer says. A name is looked up
 * once, so that it leads to the same machines to the end, one by one for each connection where it has several.
 */
function pinned(baseUrl: string): Pick<Options, 'blockHostnames' | 'dns'> {
  const isAddress = /^https?:\/\/(\d+(\.\d+){3}|\[[\da-f:.]+\])([:/]|$)/i.test(baseUrl);
  if (isAddress) return { blockHostnames: ['*'] };
  return { dns: { ttl: 'inf', select: 'random', policy: 'preferIPv4' } };
}

/** Plain data: k6's types call it a class, and k6 takes any object. */
type Data<T> = { [K in keyof T]: T[K] };

function scenario({
  shape,
  vus,
  durationSeconds,
  timeoutSeconds,
}: Plan): Data<ConstantVUsScenario> | Data<RampingArrivalRateScenario> {
  // A request that was sent is waited for, so that the end of the run looks like no failure.
  const gracefulStop = `${timeoutSeconds + 1}s`;
  if (shape.model === 'closed') {
    return { executor: 'constant-vus', vus, duration: milliseconds(durationSeconds), gracefulStop };
  }
  return {
    executor: 'ramping-arrival-rate',
    startRate: perTimeUnit(shape.startRatePerSecond),
    timeUnit: `${timeUnitSeconds}s`,
    // All VUs from the start: k6 drops an iteration for each VU that it has to add on the way.
    preAllocatedVUs: vus,
    maxVUs: vus,
    stages: [
      ...withRounding(shape.stages),
      { toRatePerSecond: 0, seconds: 0 },
      { toRatePerSecond: 0, seconds: tailSeconds },
    ].map(({ toRatePerSecond, seconds }) => ({
      target: perTimeUnit(toRatePerSecond),
      duration: milliseconds(seconds),
    })),
    gracefulStop,
  };
}

/** k6 adds up arrivals in binary fractions: 8 s of 60 a second are 479.9999, and the last one would not be sent. */
const roundingSeconds = 0.000_1;

function withRounding(stages: readonly Stage[]): Stage[] {
  const last = stages.length - 1;
  return stages.map((stage, at) =>
    at === last ? { ...stage, seconds: stage.seconds + roundingSeconds } : stage,
  );
}

/**
 * The limits; and for every brand, bucket and status a threshold that always holds, because that is how k6
 * is made to keep exact percentiles of a tag's value for handleSummary.
 */
function thresholds(
  plan: Plan,
  brandIds: readonly number[],
  bucketNames: readonly string[],
): Record<string, Threshold[]> {
  const alwaysHolds = ['max>=0'];
  const { latency } = metricNames;
  const result: Record<string, Threshold[]> = {};
  for (const brand of brandIds) result[`${latency}{brand:${brand}}`] = [...alwaysHolds];
  for (const bucket of bucketNames) result[`${latency}{bucket:${bucket}}`] = [...alwaysHolds];
  for (const status of exactStatuses) result[`${latency}{status:${status}}`] = [...alwaysHolds];
  // For k6 by itself, whose exit code says nothing else of them: 99.
  for (const each of [metricNames.violations, metricNames.exceptions]) result[each] = ['count==0'];
  for (const threshold of plan.thresholds) {
    const [metric, expression] = k6Threshold(threshold);
    (result[metric] ??= []).push(expression);
  }
  return result;
}

function k6Threshold(threshold: PlannedThreshold): [metric: string, expression: string] {
  if (threshold.kind === 'failures') return ['http_req_failed', `rate<=${threshold.limitShare}`];
  const { brand, percentile, limitMs } = threshold;
  const metric = brand === undefined ? metricNames.latency : `${metricNames.latency}{brand:${brand}}`;
  return [metric, `p(${percentile})<=${limitMs}`];
}

/** The rates that k6 really gets: over an hour, what was rounded adds up. */
export function roundedArrivals({ startRatePerSecond, stages }: Arrivals): Arrivals {
  const rounded = (rate: number): number => perTimeUnit(rate) / timeUnitSeconds;
  return {
    startRatePerSecond: rounded(startRatePerSecond),
    stages: stages.map(({ toRatePerSecond, seconds }) => ({
      toRatePerSecond: rounded(toRatePerSecond),
      seconds,
    })),
  };
}

function perTimeUnit(ratePerSecond: number): number {
  return Math.round(ratePerSecond * timeUnitSeconds);
}

function milliseconds(seconds: number): string {
  return `${Number((seconds * 1_000).toFixed(1))}ms`;
}
