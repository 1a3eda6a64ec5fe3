import type {
  Lateness,
  Latency,
  LatencyByName,
  ThresholdResult,
  Validity,
} from '../../schemas/generated/types';
import { doubtfulThresholds, tooLate } from './lateness-limit';
import { requestsOf } from './thresholds';

/** What decides whether a run is fit to judge its target. */
export interface ValidityFacts extends Omit<Validity, 'reasons' | 'lateness'> {
  readonly lateness?: Lateness | undefined;
  readonly requests: number;
  readonly thresholds: readonly ThresholdResult[];
  readonly statuses: LatencyByName;
  readonly vus: number;
  readonly interrupted: boolean;
  readonly overflowed: boolean;
  /** A shard has too few samples by design: only the merged run is judged by them. */
  readonly isShard: boolean;
  /** Of all requests. */
  readonly latency: Pick<Latency, 'p95' | 'p99'>;
  /** Delays of the generator that are no reason, in ms. */
  readonly acceptedLatenessMs: number;
  /** Requests that failed because this machine had no port or file left for them. */
  readonly generatorErrors: number;
  /** Exports of k6's metrics that did not arrive. */
  readonly lostExports: number;
  /** Requests that k6 counted and no export told of. */
  readonly unrecorded: number;
  /** k6's exit code and last words where it ended in a way that no result explains. */
  readonly k6Failure: string | undefined;
}

const droppedShareLimit = 0.001;
const cpuShareLimit = 0.85;
const turnedAwayShareLimit = 0.01;

/** Why the run cannot be believed, each with what to change; empty for a valid run. */
export function invalidReasons(facts: ValidityFacts): string[] {
  const { requests } = facts;
  return [
    facts.k6Failure,
    facts.interrupted ? 'The run was stopped before its end: let it run through.' : undefined,
    requests === 0 && !facts.interrupted
      ? 'No request was measured: see what k6 said, and run the doctor.'
      : undefined,
    droppedReason(facts),
    vusReason(facts),
    cpuReason(facts.generatorCpu),
    lateReason(facts),
    facts.exceptions > 0
      ? `${facts.exceptions} iterations ended in an exception of the script, which is a fault of the suite: report it with the run's log.`
      : undefined,
    facts.overflowed
      ? 'More brands, buckets and statuses than k6 keeps apart: name fewer brands in the target.'
      : undefined,
    requests > 0 && !facts.isShard && !facts.interrupted ? samplesReason(facts.thresholds) : undefined,
    turnedAwayReason(facts),
    facts.generatorErrors > 0
      ? `${facts.generatorErrors} requests could not leave this machine, which has no ports or files left for them: lower --rate, raise ulimit -n, or use --shard on several machines.`
      : undefined,
    unrecordedReason(facts),
  ].filter((reason) => reason !== undefined);
}

function droppedReason(facts: ValidityFacts): string | undefined {
  const { droppedIterations, vus } = facts;
  const share = droppedShare(facts);
  if (share <= droppedShareLimit) return undefined;
  return (
    `${droppedIterations} requests (${percent(share)}) were not sent because all ${vus} VUs waited for answers, ` +
    'so the latencies flatter the target: lower --rate, or use --shard on several machines.'
  );
}

/** k6 says so at the first request that it cannot send; where it dropped many, that is said already. */
function vusReason(facts: ValidityFacts): string | undefined {
  if (!facts.vusAtMax || droppedShare(facts) > droppedShareLimit) return undefined;
  return `All ${facts.vus} VUs were in use: lower --rate, or find out why the target is slow.`;
}

function droppedShare({ droppedIterations, requests }: ValidityFacts): number {
  return droppedIterations / Math.max(1, droppedIterations + requests);
}

function unrecordedReason({ lostExports, unrecorded }: ValidityFacts): string | undefined {
  if (lostExports === 0 && unrecorded <= 0) return undefined;
  const what =
    lostExports > 0 ? `${lostExports} exports of k6's metrics` : `The metrics of ${unrecorded} requests`;
  return `${what} did not arrive, so the time series and the violations are not whole: run it again, with nothing else on this machine.`;
}

function cpuReason(generatorCpu: number | null): string | undefined {
  if (generatorCpu === null || generatorCpu <= cpuShareLimit) return undefined;
  return (
    `k6 used ${percent(generatorCpu)} of this machine's cores, so its own delays are in the latencies: ` +
    'lower --rate, use a larger machine, or --shard on several.'
  );
}

/**
 * What begins requests late also takes their answers late. A generator that uses little CPU may still get it late, from a
 * machine that is busy with something else. That makes a run invalid where it may have decided the verdict.
 */
function lateReason(facts: ValidityFacts): string | undefined {
  const late = lateRequests(facts);
  if (late === undefined) return undefined;
  const doubtful = doubtfulThresholds(facts.thresholds, facts.lateness);
  if (!late.isHopeless && doubtful.length === 0) return undefined;
  const what =
    doubtful.length > 0 ? `delays of this machine may be what crossed ${doubtful.join('; ')}` : inLatencies;
  return `${lateText(late)}, so ${what}: ${lateAdvice}, or accept them with LOAD_LATENESS_LIMIT.`;
}

/** Why the figures of a valid run are less exact than usual. Delays make answers look slower, never faster. */
export function cautions(facts: ValidityFacts): string[] {
  const late = lateRequests(facts);
  if (late === undefined || lateReason(facts) !== undefined) return [];
  return [`${lateText(late)}, so ${inLatencies}, which are less than told: ${lateAdvice}.`];
}

const inLatencies = 'delays of this machine are in the latencies';
const lateAdvice = 'run it where nothing else needs the cores';

type LateRequests = NonNullable<ReturnType<typeof tooLate>>;

/** Where requests were dropped, those after them only look late; a generator that is the limit is told as that. */
function lateRequests(facts: ValidityFacts): LateRequests | undefined {
  if (facts.droppedIterations > 0 || (facts.generatorCpu ?? 0) > cpuShareLimit) return undefined;
  return tooLate(facts.lateness, facts.latency, facts.acceptedLatenessMs);
}

function lateText({ percentile, ms }: LateRequests): string {
  const share = percentile === 'p95' ? 'twenty' : 'a hundred';
  return `One request in ${share} was begun more than ${Math.round(ms)} ms after its time`;
}

function samplesReason(thresholds: readonly ThresholdResult[]): string | undefined {
  const untold = thresholds.filter(({ observed }) => observed === null).map(({ name }) => name);
  if (untold.length === 0) return undefined;
  return `Too few samples for ${untold.join('; ')}: raise --duration or --rate.`;
}

function turnedAwayReason({ statuses, requests }: ValidityFacts): string | undefined {
  const turnedAway = requestsOf(statuses, '429');
  const share = turnedAway / Math.max(1, requests);
  if (share <= turnedAwayShareLimit) return undefined;
  return (
    `${turnedAway} requests (${percent(share)}) were turned away with 429, so the target was not under the load asked for: ` +
    "lower --rate, or raise the target's rate limit."
  );
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`;
}
