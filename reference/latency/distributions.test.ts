import { exponential, lognormal, mixture, constant, uniform, type Distribution } from './distributions';
import { seededRandom } from './random';

/** Quantiles of 100,000 draws. */
function drawn(distribution: Distribution): (share: number) => number {
  const random = seededRandom(1);
  const draws = Array.from({ length: 100_000 }, () => distribution(random)).sort((a, b) => a - b);
  return (share) => draws[Math.floor(share * draws.length)] ?? NaN;
}

it.each([
  ['uniform', uniform(5, 50), { 0.5: 27.5, 0.95: 47.75 }],
  ['exponential', exponential(10), { 0.5: 10 * Math.LN2, 0.95: 10 * Math.log(20) }],
  ['lognormal', lognormal(20, 0.5), { 0.5: 20, 0.95: 20 * Math.exp(0.5 * 1.6449) }],
  [
    'mixture',
    mixture([
      { share: 9, draw: constant(10) },
      { share: 1, draw: uniform(100, 200) },
    ]),
    { 0.5: 10, 0.95: 150 },
  ],
])('%s has the quantiles that its parameters say', (_name, distribution, quantiles) => {
  const quantile = drawn(distribution);
  for (const [share, expected] of Object.entries(quantiles)) {
    expect(Math.abs(quantile(Number(share)) / expected - 1)).toBeLessThan(0.02);
  }
});

it('the same seed draws the same, another does not', () => {
  const draw = (seed: number): number => lognormal(20, 0.5)(seededRandom(seed));
  expect(draw(7)).toBe(draw(7));
  expect(draw(7)).not.toBe(draw(8));
});
