import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { decodeMetrics } from './decode-metrics';

/** One second of k6 2.2.0 against a target that answered 10 % of the requests with 500. */
const points = decodeMetrics(readFileSync(join(__dirname, 'fixtures/export.bin')));

it('reads histograms with their tags', () => {
  const latency = points.filter(({ metric }) => metric === 'popsell_latency');
  expect(latency).toHaveLength(12);
  expect(latency[0]).toMatchObject({
    kind: 'histogram',
    tags: { brand: '4', bucket: '4/418-419', status: '200' },
    histogram: { scale: 20, zeroCount: 0, offset: 90_509, counts: [1], sum: 1.061656, min: 1.061656 },
  });
});

it('reads the counter of violations', () => {
  expect(points.find(({ metric }) => metric === 'popsell_violations')).toMatchObject({
    kind: 'sum',
    tags: { check: 'status', cause: '500' },
    value: 4,
  });
});

it('reads gauges', () => {
  expect(points.find(({ metric }) => metric === 'vus_max')).toMatchObject({ kind: 'gauge' });
});

it('reads the interval in ms', () => {
  const [point] = points;
  expect((point?.endMs ?? 0) - (point?.startMs ?? 0)).toBeCloseTo(1_000, -1);
});

it('throws for what is no export', () => {
  expect(() => decodeMetrics(Buffer.from('not protobuf'))).toThrow();
});
