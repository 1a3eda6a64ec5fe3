// The generated code of the protocol's own definitions; later releases ship serializers only.
import otlp from '@opentelemetry/otlp-transformer/build/src/generated/root';

import type { HistogramPoint, MetricPoint, NumberPoint } from './metric-point';

/** A 64-bit number: null for 0, and an object where the package long is installed. */
type Wide = number | { toNumber(): number } | null;

interface NumberDataPoint {
  attributes: { key: string; value: { stringValue?: string | null } }[];
  startTimeUnixNano: Wide;
  timeUnixNano: Wide;
  asDouble?: number | null;
  asInt?: Wide;
}

interface ExponentialDataPoint extends Omit<NumberDataPoint, 'asDouble' | 'asInt'> {
  scale: number | null;
  zeroCount: Wide;
  positive?: { offset: number | null; bucketCounts: Wide[] } | null;
  sum: number;
  min: number;
  max: number;
}

interface Metric {
  name: string;
  sum?: { dataPoints: NumberDataPoint[] } | null;
  gauge?: { dataPoints: NumberDataPoint[] } | null;
  exponentialHistogram?: { dataPoints: ExponentialDataPoint[] } | null;
}

interface ExportRequest {
  resourceMetrics: { scopeMetrics: { metrics: Metric[] }[] }[];
}

interface Decoder {
  decode(body: Uint8Array): ExportRequest;
}

/** Reads the body of an OTLP/HTTP metrics export in protobuf. Throws where it is none. */
export function decodeMetrics(body: Uint8Array): MetricPoint[] {
  const type = (otlp as unknown as Root).opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
  return type
    .decode(body)
    .resourceMetrics.flatMap(({ scopeMetrics }) => scopeMetrics)
    .flatMap(({ metrics }) => metrics)
    .flatMap(pointsOf);
}

interface Root {
  opentelemetry: { proto: { collector: { metrics: { v1: { ExportMetricsServiceRequest: Decoder } } } } };
}

function pointsOf({ name, sum, gauge, exponentialHistogram }: Metric): MetricPoint[] {
  return [
    ...(sum?.dataPoints ?? []).map((point) => numberPoint(name, 'sum', point)),
    ...(gauge?.dataPoints ?? []).map((point) => numberPoint(name, 'gauge', point)),
    ...(exponentialHistogram?.dataPoints ?? []).map((point) => histogramPoint(name, point)),
  ];
}

function numberPoint(metric: string, kind: NumberPoint['kind'], point: NumberDataPoint): NumberPoint {
  return { metric, kind, ...context(point), value: point.asDouble ?? toNumber(point.asInt ?? null) };
}

function histogramPoint(metric: string, point: ExponentialDataPoint): HistogramPoint {
  return {
    metric,
    kind: 'histogram',
    ...context(point),
    histogram: {
      scale: point.scale ?? 0,
      zeroCount: toNumber(point.zeroCount),
      offset: point.positive?.offset ?? 0,
      counts: (point.positive?.bucketCounts ?? []).map(toNumber),
      sum: point.sum,
      min: point.min,
      max: point.max,
    },
  };
}

function context(
  point: Pick<NumberDataPoint, 'attributes' | 'startTimeUnixNano' | 'timeUnixNano'>,
): Pick<MetricPoint, 'tags' | 'startMs' | 'endMs'> {
  return {
    tags: Object.fromEntries(point.attributes.map(({ key, value }) => [key, value.stringValue ?? ''])),
    startMs: toNumber(point.startTimeUnixNano) / 1e6,
    endMs: toNumber(point.timeUnixNano) / 1e6,
  };
}

function toNumber(value: Wide): number {
  return typeof value === 'number' ? value : (value?.toNumber() ?? 0);
}
