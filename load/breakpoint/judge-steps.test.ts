import { exactHistogram } from '../histogram/exact-histogram';
import { planRun } from '../profiles/plan';
import { hasFailed, judgeSteps } from './judge-steps';
import { StepRecorder } from './step-recorder';
import { stepAt, stepsOf } from './steps';

const plan = planRun({ profile: 'breakpoint', brandIds: [3], brandShares: [1] });
const steps = stepsOf(plan);

interface Measured {
  readonly ms: number;
  readonly share?: number;
  readonly dropped?: number;
}

/** What steps measured, each as the latency of all of its requests. */
function recorded(...measured: readonly Measured[]): StepRecorder {
  const recorder = new StepRecorder(steps);
  recorder.startedMs = 0;
  measured.forEach(({ ms, share = 1, dropped = 0 }, index) => {
    const { ratePerSecond = 0, fromSeconds = 0, toSeconds = 0 } = steps[index] ?? {};
    const requests = Math.round(ratePerSecond * (toSeconds - fromSeconds) * share);
    const histogram = exactHistogram(
      Array.from({ length: requests }, () => ms),
      6,
    );
    const step = recorder.steps[index];
    if (step === undefined) throw new Error('more than there are steps');
    step.brands['3'] = histogram;
    step.statuses['200'] = histogram;
    step.dropped = dropped;
  });
  return recorder;
}

const judge = (recorder: StepRecorder, cpu: Parameters<typeof judgeSteps>[2]['cpu'] = []) =>
  judgeSteps(steps, recorder, { thresholds: plan.thresholds, cpu });

const fast = { ms: 5 };
const slow = { ms: 2_000 };

it('has the steps of the profile, and tells in which one something happened', () => {
  expect(steps.slice(0, 3)).toEqual([
    { ratePerSecond: 50, fromSeconds: 0, toSeconds: 20 },
    { ratePerSecond: 100, fromSeconds: 20, toSeconds: 40 },
    { ratePerSecond: 150, fromSeconds: 40, toSeconds: 60 },
  ]);
  expect([0, 19.9, 20, 1e6].map((seconds) => stepAt(steps, seconds))).toEqual([0, 0, 1, steps.length - 1]);
});

it('the highest rate is that of the last step before the one that fails', () => {
  const { breakpoint, thresholds, reasons } = judge(recorded(fast, fast, fast, { ...slow, share: 0.2 }));
  expect(breakpoint).toMatchObject({
    highestRateKept: 150,
    before: { rate: 100, kept: true },
    after: { rate: 200, kept: false, crossed: expect.arrayContaining(['all brands, p95']) as string[] },
  });
  expect(thresholds.every(({ ok }) => ok)).toBe(true);
  expect(reasons).toEqual([]);
});

it('none is kept where the first step fails, and its thresholds are crossed', () => {
  const { breakpoint, thresholds } = judge(recorded(slow));
  expect(breakpoint).toMatchObject({ highestRateKept: null, before: null, after: { rate: 50 } });
  expect(thresholds[0]).toMatchObject({ name: 'all brands, p95', ok: false });
});

it('dropped requests make a step that looks fast say nothing', () => {
  const { breakpoint, reasons } = judge(recorded(fast, { ...fast, dropped: 20 }));
  expect(breakpoint).toMatchObject({ highestRateKept: 50, after: { rate: 100, state: 'generator' } });
  expect(reasons[0]).toMatch(/^At 100 requests a second the generator was the limit/);
});

it('and change nothing about one that is slow even so', () => {
  expect(judge(recorded(fast, { ...slow, dropped: 20 })).breakpoint.after?.state).toBe('crossed');
});

it('a generator without time makes a slow step say nothing', () => {
  const cpu = Array.from({ length: 41 }, (_, second) => ({
    atMs: second * 1_000,
    cpuSeconds: second * 1_000,
  }));
  expect(judge(recorded(slow), cpu).breakpoint).toMatchObject({
    highestRateKept: null,
    after: { state: 'generator' },
  });
});

it('a step that was not measured to its end is not kept', () => {
  expect(judge(recorded(fast, { ...fast, share: 0.5 })).reasons[0]).toContain(
    '100 requests a second was not measured',
  );
});

it('all steps may be kept', () => {
  const { breakpoint, reasons } = judge(recorded(...steps.map(() => fast)));
  expect(breakpoint).toMatchObject({ highestRateKept: 1_000, after: null });
  expect(reasons).toEqual([]);
});

it('a step has failed for sure once more requests are slow than the whole step may have', () => {
  const [first] = steps;
  if (first === undefined) throw new Error('no steps');
  const failed = (measured: Measured): boolean => {
    const [step] = recorded(measured).steps;
    return step !== undefined && hasFailed(first, step, plan.thresholds);
  };
  expect(failed({ ...slow, share: 0.1 })).toBe(true);
  expect(failed({ ...slow, share: 0.009 })).toBe(false);
  expect(failed(fast)).toBe(false);
});
