import type { Latency } from '../../schemas/generated/types';
import { noLatency, round, shown } from '../histogram/latency';
import { metricNames } from '../telemetry/metric-names';

/** The exact figures of one k6 process. */
export interface Summary {
  readonly durationMs: number;
  readonly requests: number;
  readonly droppedIterations: number;
  readonly exceptions: number;
  readonly overall: Latency;
  readonly brands: Readonly<Record<string, Latency>>;
  readonly buckets: Readonly<Record<string, Latency>>;
  readonly statuses: Readonly<Record<string, Latency>>;
}

interface K6Summary {
  readonly state: { readonly testRunDurationMs: number };
  readonly metrics: Readonly<Record<string, { readonly values: Readonly<Record<string, number>> }>>;
}

/**
 * Reads what k6 gave to handleSummary: the one place that knows its shape. Undefined where it is not that
 * shape, or where no request was measured.
 */
export function readSummary(text: string): Summary | undefined {
  const data = parse(text);
  if (data?.metrics[metricNames.latency] === undefined) return undefined;
  const count = (metric: string): number => data.metrics[metric]?.values['count'] ?? 0;
  return {
    durationMs: data.state.testRunDurationMs,
    requests: count('http_reqs'),
    droppedIterations: count('dropped_iterations'),
    exceptions: count(metricNames.exceptions),
    overall: latencyFrom(data.metrics[metricNames.latency]?.values ?? {}),
    brands: byTag(data, 'brand'),
    buckets: byTag(data, 'bucket'),
    statuses: byTag(data, 'status'),
  };
}

/** The figures of all values of a tag; values without samples are left out. */
function byTag({ metrics }: K6Summary, tag: string): Record<string, Latency> {
  const start = `${metricNames.latency}{${tag}:`;
  return Object.fromEntries(
    Object.entries(metrics)
      .filter(([name, { values }]) => name.startsWith(start) && (values['count'] ?? 0) > 0)
      .map(([name, { values }]) => [name.slice(start.length, -1), latencyFrom(values)]),
  );
}

function latencyFrom(values: Readonly<Record<string, number>>): Latency {
  const requests = values['count'] ?? 0;
  if (requests === 0) return noLatency;
  const percentile = (name: string, share: number): number | null => shown(values[name], share, requests);
  return {
    requests,
    p50: percentile('med', 0.5),
    p75: percentile('p(75)', 0.75),
    p90: percentile('p(90)', 0.9),
    p95: percentile('p(95)', 0.95),
    p99: percentile('p(99)', 0.99),
    p99_9: percentile('p(99.9)', 0.999),
    max: round(values['max'] ?? 0),
    mean: round(values['avg'] ?? 0),
  };
}

function parse(text: string): K6Summary | undefined {
  try {
    const data = JSON.parse(text) as Partial<K6Summary> | null;
    return data?.state === undefined || data.metrics === undefined ? undefined : (data as K6Summary);
  } catch {
    return undefined;
  }
}
