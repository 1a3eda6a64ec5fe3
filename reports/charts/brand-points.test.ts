import type { SeriesSecond } from '../../schemas/generated/types';
import { aLoadResult, aRecording, aSeries } from '../fixtures/a-load-result';
import { brandPoints } from './brand-points';

const measured = (series: SeriesSecond[]) => ({ series, requests: series.length * 100 });

describe('brandPoints', () => {
  it('gathers an hour of eight brands', () => {
    const { stretchSeconds, brands } = brandPoints(measured(aSeries(3_600, ['10', '9', '3'])), 60);
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
    expect(brandPoints(measured(series), 2).brands).toEqual([{ name: '3', p95: [30, null] }]);
  });

  it('joins seconds of brands that have too few requests in one', () => {
    const series = aSeries(120, ['3', '4']).map((second) => ({
      ...second,
      requests: 20,
      brands: { '3': { requests: 10, p50: 40, p95: null }, '4': { requests: 10, p50: 90, p95: null } },
    }));
    const load = aLoadResult({ series, requests: 120 * 20, recording: aRecording(series) });
    const { merged, stretchSeconds, brands } = brandPoints(load, 60);
    expect([merged, stretchSeconds, brands.length]).toEqual([true, 10, 2]);
    expect(brands.flatMap(({ p95 }) => p95)).not.toContain(null);
  });
});
