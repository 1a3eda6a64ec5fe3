import type { Plan } from '../profiles/plan';

/** A rate that is held for some time, so that it can be judged by itself. */
export interface Step {
  readonly ratePerSecond: number;
  /** Since the first arrival. */
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

/** The steps of a breakpoint run; none of any other. */
export function stepsOf({ profile, shape }: Plan): Step[] {
  if (profile !== 'breakpoint' || shape.model === 'closed') return [];
  const steps: Step[] = [];
  let [atSeconds, atRate] = [0, shape.startRatePerSecond];
  for (const { toRatePerSecond, seconds } of shape.stages) {
    if (seconds > 0 && toRatePerSecond === atRate) {
      steps.push({ ratePerSecond: atRate, fromSeconds: atSeconds, toSeconds: atSeconds + seconds });
    }
    atSeconds += seconds;
    atRate = toRatePerSecond;
  }
  return steps;
}

/** The index of the step in which something happened; the last one, for what comes after its end. */
export function stepAt(steps: readonly Step[], seconds: number): number {
  const index = steps.findIndex(({ toSeconds }) => seconds < toSeconds);
  return index === -1 ? steps.length - 1 : index;
}
