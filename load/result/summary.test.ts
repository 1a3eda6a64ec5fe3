import { recordedSummary } from './fixtures/a-run';
import { readSummary } from './summary';

it('reads exact figures of all, of brands, buckets and statuses', () => {
  const { overall, brands, buckets, statuses, requests } = recordedSummary();
  expect(requests).toBe(160);
  expect(overall).toEqual({
    requests: 160,
    p50: 1.122,
    p75: 1.285,
    p90: 1.532,
    p95: 2.045,
    p99: null,
    p99_9: null,
    max: 7.163,
    mean: 1.28,
  });
  expect(Object.keys(brands)).toEqual(['3', '4']);
  expect(buckets['3/301']?.requests).toBeGreaterThan(0);
  expect(statuses['500']).toMatchObject({ requests: 11, p50: 1.004, p75: null });
});

it('leaves out statuses that nobody answered with', () => {
  expect(Object.keys(recordedSummary().statuses)).toEqual(['200', '500']);
});

it.each(['', 'null', '{}', '[]', '{"state":{},"metrics":{}}'])('%p is no summary', (text) => {
  expect(readSummary(text)).toBeUndefined();
});
