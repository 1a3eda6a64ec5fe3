import { planRun } from './plan';
import { sampleShareOf } from './sample-share';

const shareAt = (profile: string, ratePerSecond?: number): number =>
  sampleShareOf(planRun({ profile, ratePerSecond, brandIds: [], brandShares: [] }).shape);

it('is about 20 bodies a second', () => {
  expect(shareAt('smoke', 50)).toBe(0.4);
  expect(shareAt('smoke', 200)).toBe(0.1);
});

it('is never more than all, and never less than 1 %', () => {
  expect(shareAt('smoke', 5)).toBe(1);
  expect(shareAt('smoke', 10_000)).toBe(0.01);
});

it('is the least where the rate is not known', () => {
  expect(shareAt('contention')).toBe(0.01);
});
