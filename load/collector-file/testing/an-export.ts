import { runAttributes, type RunIdentity } from '../../kubernetes/run-identity';
import { shardMetrics } from '../../kubernetes/shard-metrics';
import { exactHistogram } from '../../histogram/exact-histogram';
import { metricNames } from '../../telemetry/metric-names';

/** When the runs of tests begin. */
export const firstMs = Date.UTC(2026, 0, 1);

export const identity: RunIdentity = {
  id: 'smoke-7',
  target: { name: 'staging', baseUrl: 'https://chat.example.test/api/v2' },
  profile: 'smoke',
  seed: 7,
  ratePerSecond: 100,
  durationSeconds: 10,
  brands: [{ id: 3, share: 1 }],
  waivers: [],
};

export interface Said {
  readonly shard?: number;
  readonly shards?: number;
  readonly pod?: string;
  readonly startedBy?: string;
  readonly identity?: RunIdentity;
}

/** One export of a pod as JSON, over one second of the run, with latencies in ms. */
export function anExport(second: number, samples: readonly number[], said: Said & Extra = {}): object {
  const { lateMs = 0, violations = 0, dropped = 0, status = '200' } = said;
  const [startMs, endMs] = [second, second + 1].map((at) => firstMs + lateMs + at * 1_000);
  const time = { startTimeUnixNano: nanos(startMs), timeUnixNano: nanos(endMs) };
  const { scale, zeroCount, offset, counts, sum, min, max } = exactHistogram(samples, 6);
  const tags = said.startedBy === 'k6-operator' ? { instance_id: String(said.shard ?? 1) } : {};
  const sumOf = (name: string, value: number, more: object = {}): object => ({
    name,
    sum: { dataPoints: [{ ...time, asDouble: value, attributes: attributes({ ...tags, ...more }) }] },
  });
  return resource(said, [
    { name: 'vus', gauge: { dataPoints: [{ ...time, asDouble: 1, attributes: attributes(tags) }] } },
    sumOf(metricNames.vusStarted, second === 0 ? 1 : 0),
    ...(violations === 0
      ? []
      : [sumOf(metricNames.violations, violations, { check: 'own value', pointer: '', cause: '' })]),
    ...(dropped === 0 ? [] : [sumOf('dropped_iterations', dropped)]),
    {
      name: metricNames.latency,
      exponentialHistogram: {
        aggregationTemporality: 1,
        dataPoints: [
          {
            ...time,
            attributes: attributes({ ...tags, brand: '3', bucket: '3/301', status }),
            count: String(samples.length),
            sum,
            scale,
            zeroCount: String(zeroCount),
            positive: { offset, bucketCounts: counts.map(String) },
            min,
            max,
          },
        ],
      },
    },
  ]);
}

interface Extra {
  readonly lateMs?: number;
  readonly violations?: number;
  readonly dropped?: number;
  readonly status?: string;
}

/** What a pod exports when its k6 has ended. */
export function anEnd(
  said: Said & { readonly exitCode?: number; readonly uncaught?: number; readonly cpuShare?: number } = {},
): object {
  const { exitCode = 0, uncaught = 0, cpuShare = 0.2 } = said;
  const gauge = (name: string, ...points: (readonly [atMs: number, value: number])[]): object => ({
    name,
    gauge: { dataPoints: points.map(([atMs, value]) => ({ timeUnixNano: nanos(atMs), asDouble: value })) },
  });
  const endMs = firstMs + 11_000;
  const cpu = Array.from({ length: 11 }, (_, at) => [firstMs + at * 1_000, at * 2 * cpuShare] as const);
  return resource(said, [
    gauge(shardMetrics.exitCode, [endMs, exitCode]),
    gauge(shardMetrics.uncaughtExceptions, [endMs, uncaught]),
    gauge(shardMetrics.cores, [endMs, 2]),
    gauge(shardMetrics.cpuSeconds, ...cpu),
  ]);
}

function resource(said: Said, metrics: readonly object[]): object {
  const { shard = 1, shards = 2, startedBy = 'job' } = said;
  return {
    resourceMetrics: [
      {
        resource: {
          attributes: attributes({
            [runAttributes.run]: JSON.stringify(said.identity ?? identity),
            [runAttributes.shards]: String(shards),
            [runAttributes.startedBy]: startedBy,
            'service.version': '2.2.0',
            ...(startedBy === 'job'
              ? { [runAttributes.shard]: String(shard), [runAttributes.pod]: said.pod ?? `pod-${shard}` }
              : {}),
          }),
        },
        scopeMetrics: [{ scope: { name: 'k6' }, metrics }],
      },
    ],
  };
}

function attributes(of: Readonly<Record<string, string>>): object[] {
  return Object.entries(of).map(([key, stringValue]) => ({ key, value: { stringValue } }));
}

function nanos(ms: number | undefined): string {
  return `${ms ?? 0}000000`;
}
