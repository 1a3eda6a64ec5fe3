import type { SeriesSecond } from '../../schemas/generated/types';
import { aSeries } from '../fixtures/a-load-result';
import { latencyGrid } from './latency-grid';
import { unpackHistogram } from './unpack-histogram';

const secondsWith = (...histograms: string[]): SeriesSecond[] =>
  aSeries(histograms.length, []).map((second, index) => ({
    ...second,
    brands: { '3': { requests: 1, p50: null, p95: null, histogram: histograms[index] ?? '' } },
  }));

describe('unpackHistogram', () => {
  it('reads what a load run packs', () => {
    expect(unpackHistogram('3;0;8;12.5;2;9;4,,1')).toEqual({
      scale: 3,
      zeroCount: 0,
      offset: 8,
      sum: 12.5,
      min: 2,
      max: 9,
      counts: [4, 0, 1],
    });
  });
});

describe('latencyGrid', () => {
  it('counts by band and time, slowest band first', () => {
    expect(latencyGrid(secondsWith('0;0;3;0;0;0;2', '0;0;4;0;0;0;1'), 10, 10)).toEqual({
      stretchSeconds: 1,
      bands: [
        { lower: 16, upper: 32, counts: [0, 1] },
        { lower: 8, upper: 16, counts: [2, 0] },
      ],
    });
  });

  it('widens bands until they fit', () => {
    const grid = latencyGrid(secondsWith(`3;0;0;0;0;0;${'1,'.repeat(31)}1`), 10, 5);
    expect(grid?.bands.map(({ upper }) => upper)).toEqual([16, 8, 4, 2]);
  });

  it('is nothing without histograms', () => {
    expect(latencyGrid(aSeries(10, []), 10, 10)).toBeNull();
  });
});
