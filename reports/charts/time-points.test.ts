import type { SeriesSecond } from '../../schemas/generated/types';
import { aSeries } from '../fixtures/a-load-result';
import { timePoints } from './time-points';

const second = (differences: Partial<SeriesSecond>): SeriesSecond => ({
  second: 0,
  requests: 1,
  failures: 0,
  p50: 10,
  p95: 20,
  p99: 30,
  max: 40,
  brands: {},
  statuses: {},
  ...differences,
});

describe('timePoints', () => {
  it('keeps a short run second by second', () => {
    const { stretchSeconds, points } = timePoints(aSeries(60, []), 120);
    expect([stretchSeconds, points.length]).toEqual([1, 60]);
  });

  it('gathers an hour into round stretches', () => {
    const { stretchSeconds, points } = timePoints(aSeries(3_600, []), 120);
    expect([stretchSeconds, points.length]).toEqual([30, 120]);
  });

  it('takes the median p50, the worst percentiles, and means of rates', () => {
    const series = [
      second({ second: 0, requests: 10, p50: 5, p95: 50, max: 90 }),
      second({ second: 1, requests: 20, failures: 4, p50: 7, p95: 40, max: 70 }),
    ];
    expect(timePoints(series, 1).points).toEqual([
      { second: 0, requestsPerSecond: 15, failuresPerSecond: 2, p50: 7, p95: 50, p99: 30, max: 90 },
    ]);
  });

  it('shows seconds without requests as such', () => {
    const { points } = timePoints([second({ second: 0 }), second({ second: 2 })], 10);
    expect(points[1]).toEqual({
      second: 1,
      requestsPerSecond: 0,
      failuresPerSecond: 0,
      p50: null,
      p95: null,
      p99: null,
      max: null,
    });
  });

  it('has no points without seconds', () => {
    expect(timePoints([], 10).points).toEqual([]);
  });
});
