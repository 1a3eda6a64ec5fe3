import fc from 'fast-check';

import { PlanError, planRun, type Plan, type PlanRequest } from './plan';
import { profileNames, profiles } from './profiles';
import type { OpenShape } from './shape';

const threeBrands = { brandIds: [3, 4, 5], brandShares: [1 / 3, 1 / 3, 1 / 3] };

function aPlan(request: Partial<PlanRequest> = {}): Plan {
  return planRun({ profile: 'smoke', ...threeBrands, ...request });
}

function openShape(plan: Plan): OpenShape {
  if (plan.shape.model !== 'open') throw new Error('not an open profile');
  return plan.shape;
}

const openProfiles = profileNames.filter((name) => profiles[name].model === 'open');

describe('planRun', () => {
  it('names the profiles where one is unknown', () => {
    expect(() => aPlan({ profile: 'smok' })).toThrow(
      new PlanError(
        'unknown profile "smok"; accepted: smoke, load, stress, spike, soak, breakpoint, contention',
      ),
    );
  });

  it('smoke sends 50 requests a second for 10 s', () => {
    expect(aPlan()).toMatchObject({ durationSeconds: 10, shape: { plannedRequests: 500 } });
  });

  it('scales every stage with --rate and --duration and keeps the shape', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...openProfiles),
        fc.double({ min: 0.5, max: 5_000, noNaN: true }),
        fc.double({ min: 1, max: 10_000, noNaN: true }),
        (profile, ratePerSecond, durationSeconds) => {
          const asIs = aPlan({ profile });
          const scaled = aPlan({ profile, ratePerSecond, durationSeconds });
          const factor =
            (ratePerSecond / openShape(asIs).peakRatePerSecond) * (durationSeconds / asIs.durationSeconds);
          const seconds = openShape(scaled).stages.reduce((sum, stage) => sum + stage.seconds, 0);
          expect(seconds).toBeCloseTo(durationSeconds, 6);
          expect(openShape(scaled).peakRatePerSecond).toBe(ratePerSecond);
          expect(openShape(scaled).plannedRequests / openShape(asIs).plannedRequests / factor).toBeCloseTo(1);
        },
      ),
    );
  });

  it('has a VU for every request of a stall as long as the timeout', () => {
    const { vus, timeoutSeconds } = aPlan({ ratePerSecond: 20 });
    expect(vus).toBeGreaterThanOrEqual(20 * timeoutSeconds);
  });

  it('refuses a rate above the limit and names the limit and the option', () => {
    expect(() => aPlan({ maxRatePerSecond: 40 })).toThrow(
      'profile smoke asks for 50 requests a second, and the target allows 40 (load.maxRatePerSecond): use --rate 40 or less',
    );
    expect(aPlan({ maxRatePerSecond: 40, ratePerSecond: 40 }).shape).toMatchObject({ peakRatePerSecond: 40 });
  });

  it('lets the clients of a closed profile pause, so that all together keep to the limit', () => {
    expect(aPlan({ profile: 'contention', maxRatePerSecond: 10 }).shape).toMatchObject({
      model: 'closed',
      minSecondsPerRequest: 2,
    });
  });

  it.each([0, -1, Number.NaN])('refuses %p as a rate and as a duration', (value) => {
    expect(() => aPlan({ ratePerSecond: value })).toThrow('--rate');
    expect(() => aPlan({ durationSeconds: value })).toThrow('--duration');
  });

  it.each([
    ['smoke', undefined, undefined, true],
    ['load', 100, 3_600, true],
    ['load', 400, 3_600, false],
    ['soak', undefined, 60, false],
    ['contention', undefined, undefined, true],
    ['contention', undefined, 3_600, false],
    ['contention', 20, 3_600, true],
  ])(
    'k6 keeps the samples of %s at %p a second for %p s: %p',
    (profile, ratePerSecond, durationSeconds, kept) => {
      expect(aPlan({ profile, ratePerSecond, durationSeconds }).exactPercentiles).toBe(kept);
    },
  );

  it('judges brands only by percentiles that the plan gives enough samples for', () => {
    const names = (plan: Plan): (number | string)[] =>
      plan.thresholds.flatMap((each) =>
        each.kind === 'latency' && each.brand === 3 ? [each.percentile] : [],
      );
    expect(names(aPlan())).toEqual([95]);
    expect(names(aPlan({ durationSeconds: 60 }))).toEqual([95, 99]);
    expect(names(aPlan({ durationSeconds: 2 }))).toEqual([]);
  });

  it('always judges all brands together, and failures', () => {
    expect(aPlan({ durationSeconds: 1, ratePerSecond: 1 }).thresholds.map(({ kind }) => kind)).toEqual([
      'latency',
      'latency',
      'failures',
    ]);
  });
});
