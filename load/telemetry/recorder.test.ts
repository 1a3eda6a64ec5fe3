import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Cell } from '../../schemas/run/recording/cell';
import { exactHistogram } from '../histogram/exact-histogram';
import { sampleCount } from '../histogram/histogram';
import { decodeMetrics } from './decode-metrics';
import type { MetricPoint } from './metric-point';
import { Recorder } from './recorder';

function latency(
  endMs: number,
  samples: readonly number[],
  tags: { brand?: string; bucket?: string; status?: string } = {},
): MetricPoint {
  return {
    metric: 'popsell_latency',
    kind: 'histogram',
    tags: { brand: '3', bucket: '3/301', status: '200', ...tags },
    startMs: endMs - 1_000,
    endMs,
    histogram: exactHistogram(samples, 4),
  };
}

function recordedOf(...exports: MetricPoint[][]) {
  const recorder = new Recorder();
  for (const points of exports) recorder.add(points);
  return recorder.recorded();
}

function sampleCountOf({ histogram }: Cell): number {
  return histogram.counts.reduce((sum, count) => sum + count, histogram.zeroCount);
}

it('adds up an export of k6', () => {
  const recorded = recordedOf(decodeMetrics(readFileSync(join(__dirname, 'fixtures/export.bin'))));
  expect(Object.keys(recorded.brands).sort()).toEqual(['3', '4']);
  expect(recorded.violations).toEqual([{ check: 'status', pointer: '', cause: '500', count: 4 }]);
  expect(recorded.statuses['500'] && sampleCount(recorded.statuses['500'])).toBe(4);
  expect(recorded).toMatchObject({ bodies: 1, sampled: 1, exceptions: 0, overflowed: false });
});

it('puts each export into a second of its own, although ticks come a little late', () => {
  const { seconds, startedMs } = recordedOf(
    [latency(10_400, [1])],
    [latency(11_405, [1, 2])],
    [latency(12_398, [3])],
    // The last export comes when k6 ends.
    [latency(12_900, [4])],
  );
  expect(startedMs).toBe(9_400);
  expect([...seconds].map(({ second, cells }) => [second, cells[0] && sampleCountOf(cells[0])])).toEqual([
    [0, 1],
    [1, 2],
    [2, 1],
    [3, 1],
  ]);
});

it('begins with the first request, not with the first answer, and not while k6 makes its VUs', () => {
  const sum = (metric: string, endMs: number): MetricPoint => ({
    metric,
    kind: 'sum',
    tags: {},
    startMs: endMs - 1_000,
    endMs,
    value: 1,
  });
  const { seconds, startedMs } = recordedOf(
    [sum('data_sent', 5_000)],
    [sum('popsell_vus_started', 6_000)],
    [latency(8_000, [2_000])],
  );
  expect(startedMs).toBe(5_000);
  expect([...seconds].map(({ second }) => second)).toEqual([2]);
});

it('leaves out seconds without requests', () => {
  const { seconds } = recordedOf([latency(1_000, [1])], [latency(4_000, [2_000])]);
  expect([...seconds].map(({ second }) => second)).toEqual([0, 3]);
});

it('tells brands and statuses of a second apart', () => {
  const { seconds } = recordedOf([
    latency(1_000, [1]),
    latency(1_000, [2, 3], { brand: '4', status: '500' }),
  ]);
  const cells = seconds.at(0)?.cells ?? [];
  expect(cells.map((cell) => [cell.brand, cell.bucket, cell.status, sampleCountOf(cell)])).toEqual([
    ['3', '3/301', '200', 1],
    ['4', '3/301', '500', 2],
  ]);
});

it('adds up counters over exports', () => {
  const violations: MetricPoint = {
    metric: 'popsell_violations',
    kind: 'sum',
    tags: { check: 'own id', pointer: '/id_chatroom', cause: 'other id' },
    startMs: 0,
    endMs: 1_000,
    value: 2,
  };
  expect(recordedOf([violations], [violations]).violations[0]?.count).toBe(4);
});

it('notices when k6 could not keep all tags apart', () => {
  const overflow = { ...latency(1_000, [1]), tags: { 'otel.metric.overflow': 'true' } };
  expect(recordedOf([overflow]).overflowed).toBe(true);
});

it('sees that an export is missing, and no gap where a second had nothing to count', () => {
  const gauge = (endMs: number): MetricPoint => ({
    metric: 'vus',
    kind: 'gauge',
    tags: {},
    startMs: 9_000,
    endMs,
    value: 1,
  });
  const of = (...exports: MetricPoint[][]): number => recordedOf(...exports).gaps;
  expect(of([latency(10_000, [1])], [latency(11_000, [1])], [latency(12_000, [1])])).toBe(0);
  expect(of([latency(10_000, [1])], [gauge(11_000)], [latency(12_000, [1]), gauge(12_000)])).toBe(0);
  expect(of([latency(10_000, [1]), gauge(10_000)], [latency(12_000, [1]), gauge(12_000)])).toBe(1);
});
