import { exactHistogram } from './exact-histogram';
import { latencyOf, noLatency } from './latency';

it('shows a percentile only where there are enough samples for it', () => {
  const figures = latencyOf(
    exactHistogram(
      Array.from({ length: 72 }, (_, index) => index + 1),
      5,
    ),
  );
  expect(figures).toMatchObject({ requests: 72, p99: null, p99_9: null, max: 72, mean: 36.5 });
  expect(figures.p95).toBeGreaterThan(66);
});

it('has no figures without samples', () => {
  expect(latencyOf(undefined)).toEqual(noLatency);
});
