import type { LoadResult } from '../../schemas/generated/types';
import { sampleCount } from '../histogram/histogram';
import { tailSeconds, type Plan } from '../profiles/plan';
import type { JudgedSteps } from '../breakpoint/judge-steps';
import type { Example } from '../telemetry/example-line';
import type { Recorded } from '../telemetry/recorder';
import { sampleBound } from './bound';
import { histogramAccuracy } from './histogram-accuracy';
import { figuresOf, type Figures } from './figures';
import { latenessOf } from './lateness';
import { recordingOf } from './recording-of';
import { seriesOf } from './series';
import type { Summary } from './summary';
import { judgeThresholds, requestsOf } from './thresholds';
import { cautions, invalidReasons } from './validity';
import { verdictOf } from './verdict';
import { violationsOf } from './violations';

/** Everything that is known about a run after its k6 process has ended. */
export interface RunFacts {
  readonly target: { readonly name: string; readonly baseUrl: string };
  readonly plan: Plan;
  readonly seed: number;
  readonly traffic?: LoadResult['traffic'];
  readonly k6Version: string;
  readonly shard: { readonly index: number; readonly count: number } | undefined;
  /** When k6 was started, in ms since 1970; used where nothing was measured. */
  readonly spawnedMs: number;
  readonly interrupted: boolean;
  /** Undefined where k6 was killed, or was told to keep no samples. */
  readonly summary: Summary | undefined;
  readonly recorded: Recorded;
  /** By {@link findingKey}. */
  readonly examples: ReadonlyMap<string, Example>;
  /** Exceptions that k6 itself logged, because the script could not catch them. */
  readonly uncaughtExceptions: number;
  /** k6 said that it needed more VUs than it may have. */
  readonly vusAtMax: boolean;
  /** Share of the machine's cores, 0 to 1. */
  readonly generatorCpu: number | null;
  readonly k6Failure: string | undefined;
  /** Requests that failed because this machine had no port or file left for them. */
  readonly generatorErrors: number;
  /** Exports of k6's metrics that did not arrive. */
  readonly lostExports: number;
  /** Delays of the generator that are no reason against the run, in ms. */
  readonly acceptedLatenessMs: number;
  /** Of a breakpoint run: it is judged step by step, and not as a whole. */
  readonly steps?: JudgedSteps | undefined;
}

/** Makes load.json of a run. */
export function assembleResult(facts: RunFacts): LoadResult {
  const { plan, recorded, summary, shard } = facts;
  const figures = figuresOf(summary, recorded);
  const thresholds = facts.steps?.thresholds ?? judgeThresholds(plan.thresholds, figures);
  const validity = validityOf(facts, figures, thresholds);
  const verified = verifiedOf(facts, figures);
  const durationMs = durationOf(facts);
  const requests = figures.latency.requests;
  return {
    verdict: verdictOf({ verified, validity, thresholds, ...(shard === undefined ? {} : { shard }) }),
    target: { name: facts.target.name, baseUrl: facts.target.baseUrl },
    startedAt: new Date(recorded.startedMs ?? facts.spawnedMs).toISOString(),
    durationMs,
    interrupted: facts.interrupted,
    profile: plan.profile,
    model: plan.shape.model,
    seed: facts.seed,
    k6Version: facts.k6Version,
    ...(facts.traffic === undefined ? {} : { traffic: facts.traffic }),
    ...(shard === undefined ? {} : { shard }),
    requests,
    rate: durationMs === 0 ? 0 : (requests * 1_000) / Math.min(durationMs, plan.durationSeconds * 1_000),
    ...(plan.shape.model === 'open'
      ? { askedRate: plan.shape.plannedRequests / plan.durationSeconds / (shard?.count ?? 1) }
      : {}),
    ...figures,
    histogram: histogramAccuracy(recorded),
    turnedAway: requestsOf(figures.statuses, '429'),
    thresholds,
    verified,
    validity,
    ...(facts.steps === undefined ? {} : { breakpoint: facts.steps.breakpoint }),
    series: seriesOf(recorded.seconds),
    recording: recordingOf(recorded.seconds),
    histograms: recorded.brands,
    bucketHistograms: recorded.buckets,
    statusHistograms: recorded.statuses,
  };
}

/** The time in which requests could be sent or answered, in ms. */
function durationOf({ summary, recorded, plan }: RunFacts): number {
  const { trafficStartedMs = 0, trafficEndedMs = 0 } = recorded;
  const untilEnd = summary?.durationMs ?? trafficEndedMs - trafficStartedMs;
  const tailMs = plan.shape.model === 'open' ? tailSeconds * 1_000 : 0;
  // A run that was stopped early had no tail.
  const planned = plan.durationSeconds * 1_000;
  return Math.round(untilEnd >= planned + tailMs ? untilEnd - tailMs : untilEnd);
}

function verifiedOf(
  { recorded, examples }: RunFacts,
  { latency, statuses }: Figures,
): LoadResult['verified'] {
  const violations = violationsOf(recorded.violations, examples);
  const { bodies, sampled, readBacks } = recorded;
  return {
    responses: latency.requests - requestsOf(statuses, '0'),
    bodies,
    sampled,
    readBacks,
    violations,
    bound: sampleBound(sampled, violations),
  };
}

function validityOf(
  facts: RunFacts,
  { latency, statuses }: Figures,
  thresholds: LoadResult['thresholds'],
): LoadResult['validity'] {
  const { summary, recorded, generatorCpu, vusAtMax } = facts;
  const lateness = latenessOf(recorded.lateness);
  const measured = {
    droppedIterations: summary?.droppedIterations ?? recorded.droppedIterations,
    vusAtMax,
    generatorCpu,
    exceptions: (summary?.exceptions ?? recorded.exceptions) + facts.uncaughtExceptions,
    ...(lateness === undefined ? {} : { lateness }),
  };
  // Beyond the breakpoint the generator may well be short of something: that is judged of each step.
  const apart = { droppedIterations: 0, vusAtMax: false, generatorCpu: null, lateness: undefined };
  const judged = {
    ...measured,
    ...(facts.steps === undefined ? {} : apart),
    requests: latency.requests,
    thresholds,
    statuses,
    vus: facts.plan.vus,
    interrupted: facts.interrupted,
    overflowed: recorded.overflowed,
    latency,
    acceptedLatenessMs: facts.acceptedLatenessMs,
    generatorErrors: facts.generatorErrors,
    lostExports: facts.lostExports,
    unrecorded: summary === undefined ? 0 : summary.overall.requests - requestsIn(recorded),
    isShard: facts.shard !== undefined,
    k6Failure: facts.k6Failure,
  };
  const careful = cautions(judged);
  return {
    ...measured,
    reasons: [...(facts.steps?.reasons ?? []), ...invalidReasons(judged)],
    ...(careful.length === 0 ? {} : { cautions: careful }),
  };
}

function requestsIn({ brands }: Recorded): number {
  return Object.values(brands).reduce((sum, histogram) => sum + sampleCount(histogram), 0);
}
