import { aSeries } from '../fixtures/a-load-result';
import { brandPoints } from './brand-points';

describe('brandPoints', () => {
  it('gathers an hour of eight brands', () => {
    const { stretchSeconds, brands } = brandPoints(aSeries(3_600, ['10', '9', '3']), 60);
    expect([stretchSeconds, brands.map(({ name }) => name)]).toEqual([60, ['3', '9', '10']]);
    expect(brands[0]?.p95).toHaveLength(60);
  });

  it('keeps the worst second, and gaps', () => {
    const [first, second, third] = aSeries(3, []);
    const brand = (p95: number | null) => ({ '3': { requests: 1, p50: 1, p95 } });
    const series = [
      { ...first, brands: brand(10) },
      { ...second, brands: brand(30) },
      { ...third, brands: brand(null) },
    ] as ReturnType<typeof aSeries>;
    expect(brandPoints(series, 2).brands).toEqual([{ name: '3', p95: [30, null] }]);
  });
});
