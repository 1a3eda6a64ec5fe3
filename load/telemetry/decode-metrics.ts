// The generated code of the protocol's own definitions; later releases ship serializers only.
import otlp from '@opentelemetry/otlp-transformer/build/src/generated/root';

import type { HistogramPoint, MetricPoint, NumberPoint } from './metric-point';

/** A 64-bit number: null for 0, and an object where the package long is installed. */
type Wide = number | { toNumber(): number } | null;

interface NumberDataPoint {
  attributes: { key: string; value?: { stringValue?: string | null } | null }[];
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

interface ResourceMetrics {
  resource?: { attributes: NumberDataPoint['attributes'] } | null;
  scopeMetrics: { metrics: Metric[] }[];
}

interface ExportRequest {
  resourceMetrics: ResourceMetrics[];
}

interface Decoder {
  decode(body: Uint8Array): ExportRequest;
  fromObject(json: object): ExportRequest;
}

/** Reads the body of an OTLP/HTTP metrics export in protobuf. Throws where it is none. */
export function decodeMetrics(body: Uint8Array): MetricPoint[] {
  return requestType().decode(body).resourceMetrics.flatMap(resourcePoints);
}

/** What one process exported at once. */
export interface ResourceExport {
  /** Of the process: those of its points are their tags. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly points: readonly MetricPoint[];
}

/** Reads an export in the protocol's JSON, as an OpenTelemetry Collector writes it to files. Throws where it is none. */
export function decodeJsonMetrics(json: object): ResourceExport[] {
  return requestType()
    .fromObject(json)
    .resourceMetrics.map((each) => ({
      attributes: textOf(each.resource?.attributes ?? []),
      points: resourcePoints(each),
    }));
}

function requestType(): Decoder {
  return (otlp as unknown as Root).opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
}

function resourcePoints({ scopeMetrics }: ResourceMetrics): MetricPoint[] {
  return scopeMetrics.flatMap(({ metrics }) => metrics).flatMap(pointsOf);
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
    tags: textOf(point.attributes),
    startMs: toNumber(point.startTimeUnixNano) / 1e6,
    endMs: toNumber(point.timeUnixNano) / 1e6,
  };
}

function textOf(attributes: NumberDataPoint['attributes']): Record<string, string> {
  return Object.fromEntries(attributes.map(({ key, value }) => [key, value?.stringValue ?? '']));
}

function toNumber(value: Wide): number {
  return typeof value === 'number' ? value : (value?.toNumber() ?? 0);
}
