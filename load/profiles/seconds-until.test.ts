import { secondsUntil, secondsUntilDue } from './seconds-until';

const steady = { startRatePerSecond: 50, stages: [{ toRatePerSecond: 50, seconds: 10 }] };
const rising = { startRatePerSecond: 0, stages: [{ toRatePerSecond: 100, seconds: 30 }] };
const jump = {
  startRatePerSecond: 0,
  stages: [
    { toRatePerSecond: 0, seconds: 5 },
    { toRatePerSecond: 10, seconds: 0 },
    { toRatePerSecond: 10, seconds: 10 },
  ],
};

it('divides by a steady rate', () => {
  expect(secondsUntil(steady, 100)).toBe(2);
});

it('follows a rising rate: half of the slope times the square of the time', () => {
  expect(secondsUntil(rising, 0.5 * (100 / 30) * 36)).toBeCloseTo(6);
});

it('goes from stage to stage', () => {
  expect(secondsUntil(jump, 20)).toBe(7);
});

it('is the end where there are fewer requests', () => {
  expect(secondsUntil(steady, 1_000)).toBe(10);
});

it('the first request is due when a whole one is owed', () => {
  expect(secondsUntilDue(steady, 0)).toBe(0.02);
  expect(secondsUntilDue(rising, 5)).toBeCloseTo(secondsUntil(rising, 6));
});
