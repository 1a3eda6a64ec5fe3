import { aLoadResult, aRecording, aSeries } from '../fixtures/a-load-result';
import { latencyPoints } from './latency-points';

const series = aSeries(180, ['3', '4']);
/** As they are at 50 requests a second: too few for a p95 in one of them. */
const sparse = series.map((second) => ({ ...second, requests: 50, p95: null, p99: null }));

it('takes percentiles of seconds where these have enough requests', () => {
  const { merged, stretchSeconds } = latencyPoints(aLoadResult(), 120);
  expect([merged, stretchSeconds]).toEqual([false, 2]);
});

it('joins seconds until there are enough for a p95', () => {
  const load = aLoadResult({ series: sparse, requests: 180 * 50, recording: aRecording(sparse) });
  const { merged, stretchSeconds, points } = latencyPoints(load, 120);
  expect([merged, stretchSeconds, points.length]).toEqual([true, 2, 90]);
  expect(points.every(({ p50, p95 }) => p50 !== null && p95 !== null && p95 > p50)).toBe(true);
});

it('keeps the seconds of a run that is too short, or recorded nothing', () => {
  const few = sparse.slice(0, 6).map((second) => ({ ...second, requests: 8 }));
  expect(latencyPoints(aLoadResult({ series: few, requests: 48 }), 120).merged).toBe(false);
  expect(latencyPoints({ series: sparse, requests: 180 * 50 }, 120).merged).toBe(false);
});
