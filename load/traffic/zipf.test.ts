import fc from 'fast-check';

import { randomStream } from './random';
import { zipfSampler } from './zipf';

it.each([
  [1, 10],
  [0.8, 50],
  [1.5, 5],
])('draws ranks by 1 / rank^%p among %p', (exponent, count) => {
  const draws = 100_000;
  const sample = zipfSampler(count, exponent);
  const random = randomStream(7);
  const seen = new Array<number>(count).fill(0);
  for (let draw = 0; draw < draws; draw++) {
    const rank = sample(random);
    seen[rank] = (seen[rank] ?? 0) + 1;
  }
  const weights = seen.map((_, rank) => (rank + 1) ** -exponent);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  weights.forEach((weight, rank) => {
    const expected = (weight / total) * draws;
    // Six standard deviations.
    expect(Math.abs((seen[rank] ?? 0) - expected)).toBeLessThan(6 * Math.sqrt(expected));
  });
});

it('stays among the ranks, for one room as for a million', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.double({ min: 0.1, max: 4, noNaN: true }),
      fc.integer(),
      (count, exponent, start) => {
        const rank = zipfSampler(count, exponent)(randomStream(start));
        expect(Number.isInteger(rank) && rank >= 0 && rank < count).toBe(true);
      },
    ),
  );
});
