import { busiestShare } from './cpu-meter';

/** One sample a second, with the CPU used in each. */
function samples(...cpuSeconds: number[]): { atMs: number; cpuSeconds: number }[] {
  let sum = 0;
  return [0, ...cpuSeconds].map((used, second) => ({ atMs: second * 1_000, cpuSeconds: (sum += used) }));
}

it('is the share of all cores', () => {
  expect(busiestShare(samples(1, 1, 1, 1, 1), 0, 2)).toBeCloseTo(0.5);
});

it('is that of the busiest five seconds', () => {
  expect(busiestShare(samples(0, 0, 0, 0, 0, 2, 2, 2, 2, 2, 0, 0), 0, 2)).toBeCloseTo(1);
});

it('leaves out the time before the first request', () => {
  expect(busiestShare(samples(2, 2, 0.5, 0.5, 0.5), 2_000, 1)).toBeCloseTo(0.5);
});

it('is unknown with fewer than two samples', () => {
  expect(busiestShare(samples(), 0, 2)).toBeNull();
});
