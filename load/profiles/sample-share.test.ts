import { planRun } from './plan';
import { sampleShareOf } from './sample-share';

const shareAt = (profile: string, ratePerSecond?: number): number =>
  sampleShareOf(planRun({ profile, ratePerSecond, brandIds: [], brandShares: [] }).shape);

it('is all answers of a usual rate, and about 100 a second of a higher one', () => {
  expect(shareAt('smoke', 50)).toBe(1);
  expect(shareAt('smoke', 200)).toBe(0.5);
});

it('is never more than all, and never less than 1 %', () => {
  expect(shareAt('smoke', 5)).toBe(1);
  expect(shareAt('smoke', 20_000)).toBe(0.01);
});

it('is the least where the rate is not known', () => {
  expect(shareAt('contention')).toBe(0.01);
});
