import { changePoints } from './change-points';
import { seededRandom } from './seeded-random';

/** Roughly normal noise: the sum of uniform numbers. */
function noise(length: number, level: number, spread: number, seed: number): number[] {
  const random = seededRandom(seed);
  const deviate = (): number => Array.from({ length: 12 }, random).reduce((sum, part) => sum + part, -6);
  return Array.from({ length }, () => level + spread * deviate());
}

describe('changePoints', () => {
  it('finds none in noise, in a constant, in little', () => {
    expect(changePoints(noise(60, 300, 9, 1))).toEqual([]);
    expect(changePoints(Array.from({ length: 40 }, () => 300))).toEqual([]);
    expect(changePoints([300, 900, 300])).toEqual([]);
    expect(changePoints([])).toEqual([]);
  });

  it('finds a step where it is', () => {
    expect(changePoints([...noise(30, 300, 9, 2), ...noise(30, 360, 9, 3)])).toEqual([30]);
  });

  it('finds a step up and one down, in order', () => {
    const values = [...noise(20, 300, 6, 4), ...noise(20, 360, 6, 5), ...noise(20, 310, 6, 6)];
    const found = changePoints(values);
    expect(found).toHaveLength(2);
    expect(Math.abs((found[0] ?? 0) - 20)).toBeLessThanOrEqual(1);
    expect(Math.abs((found[1] ?? 0) - 40)).toBeLessThanOrEqual(1);
  });

  it('finds a change of spread, too', () => {
    const [first] = changePoints([...noise(40, 300, 2, 7), ...noise(40, 300, 40, 8)]);
    expect(first).toBeGreaterThan(35);
    expect(first).toBeLessThan(50);
  });

  it('seldom finds one where there is none', () => {
    const series = Array.from({ length: 100 }, (_, seed) => noise(40, 300, 9, seed + 100));
    expect(series.filter((values) => changePoints(values).length > 0).length).toBeLessThanOrEqual(5);
  });
});
