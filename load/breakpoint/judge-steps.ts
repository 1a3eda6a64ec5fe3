import type { Breakpoint, BreakpointStep, Histogram, ThresholdResult } from '../../schemas/generated/types';
import { mergeAll } from '../histogram/histogram';
import { samplesNeeded } from '../profiles/samples-needed';
import type { PlannedThreshold } from '../profiles/planned-threshold';
import { figuresOfHistograms } from '../result/figures';
import { failureShare, judgeThresholds } from '../result/thresholds';
import { busiestShare, type CpuSample } from '../run/cpu-meter';
import type { RecordedStep, StepRecorder } from './step-recorder';
import type { Step } from './steps';

/** A breakpoint run, judged step by step. */
export interface JudgedSteps {
  readonly breakpoint: Breakpoint;
  /** Those of the highest rate that was kept; of the first step where none was. */
  readonly thresholds: ThresholdResult[];
  /** Why the limit of the API was not found. */
  readonly reasons: readonly string[];
}

const droppedShareLimit = 0.001;
const cpuShareLimit = 0.85;
/** A step with fewer of its requests was not run to its end. */
const completeShare = 0.95;

/** Finds the highest rate that keeps the thresholds: the next one does not. */
export function judgeSteps(
  steps: readonly Step[],
  { steps: recorded, startedMs = 0 }: StepRecorder,
  {
    thresholds,
    cpu,
  }: { readonly thresholds: readonly PlannedThreshold[]; readonly cpu: readonly CpuSample[] },
): JudgedSteps {
  const judged = steps.map((step, index) => {
    const share = busiestShare(during(cpu, step, startedMs), startedMs);
    return judgeStep(step, recorded[index] ?? { brands: {}, statuses: {}, dropped: 0 }, thresholds, share);
  });
  const at = highestKept(judged.map(({ result }) => result.state));
  const after = judged[at + 1]?.result;
  const highest = judged[at]?.result;
  return {
    breakpoint: {
      highestRateKept: highest?.rate ?? null,
      before: judged[at - 1]?.result ?? null,
      after: after ?? null,
      steps: judged.map(({ result }) => result).filter(({ requests }) => requests > 0),
    },
    thresholds: (judged[at] ?? judged[0])?.thresholds ?? [],
    reasons: after === undefined ? [] : reasonsOf(after, highest),
  };
}

/**
 * The last step that was kept before one that was not; -1 for none. Low steps may have too few samples to be judged: a higher
 * one that is kept says enough.
 */
function highestKept(states: readonly BreakpointStep['state'][]): number {
  const failed = states.findIndex((state) => state === 'crossed' || state === 'generator');
  return states.slice(0, failed === -1 ? undefined : failed).lastIndexOf('kept');
}

function reasonsOf({ state, rate }: BreakpointStep, highest: BreakpointStep | undefined): string[] {
  const kept = highest === undefined ? '' : ` The target keeps at least ${highest.rate} a second.`;
  if (state === 'generator') {
    return [
      `At ${rate} requests a second the generator was the limit, so the target's is not known.${kept} Use a larger machine, or lower --rate.`,
    ];
  }
  return state === 'unknown'
    ? [`The step of ${rate} requests a second was not measured to its end.${kept} Raise --duration.`]
    : [];
}

function during(cpu: readonly CpuSample[], { fromSeconds, toSeconds }: Step, startedMs: number): CpuSample[] {
  const seconds = (atMs: number): number => (atMs - startedMs) / 1_000;
  return cpu.filter(({ atMs }) => seconds(atMs) >= fromSeconds && seconds(atMs) <= toSeconds);
}

function judgeStep(
  step: Step,
  recorded: RecordedStep,
  planned: readonly PlannedThreshold[],
  generatorCpu: number | null,
): { result: BreakpointStep; thresholds: ThresholdResult[] } {
  const { ratePerSecond: rate, fromSeconds, toSeconds } = step;
  const figures = figuresOfHistograms({ ...recorded, buckets: {} });
  const { requests, p95, p99 } = figures.latency;
  const thresholds = judgeThresholds(planned, figures).filter((each) => isTold(each, figures.brands));
  const crossed = thresholds.filter(({ ok, observed }) => !ok && observed !== null).map(({ name }) => name);
  const facts = {
    crossed: crossed.length > 0,
    busy: (generatorCpu ?? 0) > cpuShareLimit,
    dropping: recorded.dropped > droppedShareLimit * (requests + recorded.dropped),
    complete: requests + recorded.dropped >= completeShare * rate * (toSeconds - fromSeconds),
    told: thresholds.every(({ observed }) => observed !== null),
  };
  const result: BreakpointStep = {
    rate,
    requests,
    p95,
    p99,
    errors: failureShare(figures),
    dropped: recorded.dropped,
    generatorCpu,
    state: stateOf(facts),
    kept: stateOf(facts) === 'kept',
    crossed,
  };
  return { result, thresholds };
}

/**
 * A generator without time makes the target look slow: nothing can be said. One without VUs makes it look fast: what is
 * crossed even so, is crossed.
 */
function stateOf(
  facts: Record<'crossed' | 'busy' | 'dropping' | 'complete' | 'told', boolean>,
): BreakpointStep['state'] {
  if (facts.busy) return 'generator';
  if (facts.crossed) return 'crossed';
  if (facts.dropping) return 'generator';
  return facts.complete && facts.told ? 'kept' : 'unknown';
}

/** A brand is judged in the steps that have enough samples of it; all brands together always are. */
function isTold(
  { brand, percentile = 0 }: ThresholdResult,
  brands: Readonly<Record<string, { readonly requests: number }>>,
): boolean {
  return brand === undefined || (brands[brand]?.requests ?? 0) >= samplesNeeded(percentile / 100);
}

/** Whether a step cannot keep the thresholds any more, however its remaining requests fare. */
export function hasFailed(
  { ratePerSecond, fromSeconds, toSeconds }: Step,
  { brands, statuses }: RecordedStep,
  thresholds: readonly PlannedThreshold[],
): boolean {
  const planned = ratePerSecond * (toSeconds - fromSeconds);
  const all = mergeAll(Object.values(brands));
  const figures = figuresOfHistograms({ brands, statuses, buckets: {} });
  return thresholds.some((threshold) => {
    if (threshold.kind === 'failures') {
      return (failureShare(figures) ?? 0) * figures.latency.requests > threshold.limitShare * planned;
    }
    if (threshold.brand !== undefined || all === undefined) return false;
    return countAbove(all, threshold.limitMs) > (1 - threshold.percentile / 100) * planned;
  });
}

/** Samples in buckets that lie above a limit as a whole. */
function countAbove({ scale, offset, counts }: Histogram, limitMs: number): number {
  const lowerEnd = (index: number): number => 2 ** ((offset + index) * 2 ** -scale);
  return counts.reduce((sum, count, index) => (lowerEnd(index) >= limitMs ? sum + count : sum), 0);
}
