import { median, medianAbsoluteDeviation } from 'simple-statistics';

import { hodgesLehmannShift } from '../statistics/hodges-lehmann';
import { mannWhitneyGreater } from '../statistics/mann-whitney';

/**
 * What the runs before say about the speed of one run:
 * - few-runs: too few to say anything; the profile's own limits are all there is
 * - steady: within what they vary by
 * - warned: above it, and too few runs to fail for it
 * - suspected: above it; more runs will tell
 * - cleared: the runs after a suspected one were as fast as ever
 * - regressed: slower, confirmed by three runs
 */
export type SpeedState = 'few-runs' | 'steady' | 'warned' | 'suspected' | 'cleared' | 'regressed';

export interface SpeedJudgement {
  readonly state: SpeedState;
  readonly valueMs: number;
  /** Runs that it is compared with, at most 30. */
  readonly runsBefore: number;
  /** Their median, and what they vary up to; null below ten runs. */
  readonly medianMs: number | null;
  readonly limitMs: number | null;
  /** More runs that a suspicion asks for; 0 where there is none. */
  readonly runsWanted: number;
  /** Of a regression or a suspicion cleared: one-sided Mann–Whitney p, and the shift as a share of the median. */
  readonly pValue?: number;
  readonly shift?: number;
}

/** docs/decisions/0006-speed-regressions.md says where these come from. */
const rules = {
  runsToWarn: 10,
  runsToGate: 20,
  comparedRuns: 30,
  runsToConfirm: 3,
  deviations: 3,
  /** Makes the MAD of normal noise its standard deviation. */
  madToDeviation: 1.4826,
  leastShare: 0.1,
  leastMs: 5,
  pValue: 0.001,
} as const;

/**
 * Judges each run of a series by the runs before it, oldest first. A run is one value: requests within a run
 * are no independent samples. Runs under suspicion, and confirmed slower ones, are not what others are compared with.
 */
export function judgeSeries(valuesMs: readonly number[]): SpeedJudgement[] {
  const accepted: number[] = [];
  let suspects: number[] = [];
  let isRegressed = false;
  return valuesMs.map((valueMs) => {
    const base = compare(valueMs, accepted);
    const isAbove = base.limitMs !== null && valueMs > base.limitMs;
    if (base.runsBefore < rules.runsToGate || (suspects.length === 0 && !isAbove)) {
      accepted.push(valueMs);
      return { ...base, state: stateOfAccepted(base, isAbove), runsWanted: 0 };
    }
    suspects = [...suspects, valueMs].slice(-rules.runsToConfirm);
    const runsWanted = rules.runsToConfirm - suspects.length;
    if (runsWanted > 0) return { ...base, state: 'suspected', runsWanted };
    const test = confirm(suspects, accepted.slice(-rules.comparedRuns));
    const lasts = isRegressed && suspects.filter((value) => value > (base.limitMs ?? 0)).length > 1;
    isRegressed = test.isSlower || lasts;
    const { pValue, shift } = test;
    if (isRegressed) return { ...base, state: 'regressed', runsWanted: 0, pValue, shift };
    accepted.push(...suspects);
    suspects = [];
    return { ...base, state: 'cleared', runsWanted: 0, pValue, shift };
  });
}

type Comparison = Pick<SpeedJudgement, 'valueMs' | 'runsBefore' | 'medianMs' | 'limitMs'>;

function compare(valueMs: number, accepted: readonly number[]): Comparison {
  const before = accepted.slice(-rules.comparedRuns);
  if (before.length < rules.runsToWarn) {
    return { valueMs, runsBefore: before.length, medianMs: null, limitMs: null };
  }
  const medianMs = median(before);
  const spreadMs = rules.deviations * rules.madToDeviation * medianAbsoluteDeviation(before);
  const limitMs = medianMs + Math.max(spreadMs, rules.leastShare * medianMs, rules.leastMs);
  return { valueMs, runsBefore: before.length, medianMs, limitMs };
}

function stateOfAccepted({ limitMs }: Comparison, isAbove: boolean): SpeedState {
  if (limitMs === null) return 'few-runs';
  return isAbove ? 'warned' : 'steady';
}

function confirm(
  suspects: readonly number[],
  before: readonly number[],
): { isSlower: boolean; pValue: number; shift: number } {
  const pValue = mannWhitneyGreater(suspects, before);
  const shift = hodgesLehmannShift(suspects, before) / median([...before]);
  return { isSlower: pValue <= rules.pValue && shift >= rules.leastShare, pValue, shift };
}
