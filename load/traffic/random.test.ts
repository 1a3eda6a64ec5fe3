import fc from 'fast-check';

import { hash32, next32, randomStream } from './random';

it('hash32 is below 2^32 and the same for the same input', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(), (seed, index) => {
      const value = hash32(seed, index);
      expect(value).toBe(hash32(seed, index));
      expect(Number.isInteger(value) && value >= 0 && value < 2 ** 32).toBe(true);
    }),
  );
});

it('spreads consecutive indexes evenly over 16 cells', () => {
  for (const draw of [
    (index: number) => hash32(1, index),
    (index: number) => next32(hash32(1, index)),
    (index: number) => randomStream(index)() * 2 ** 32,
  ]) {
    const cells = new Array<number>(16).fill(0);
    for (let index = 0; index < 16_000; index++) {
      const cell = Math.floor((draw(index) / 2 ** 32) * 16);
      cells[cell] = (cells[cell] ?? 0) + 1;
    }
    const chiSquare = cells.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0);
    // 15 degrees of freedom: 0.1 % of fair draws are above 37.7.
    expect(chiSquare).toBeLessThan(37.7);
  }
});
