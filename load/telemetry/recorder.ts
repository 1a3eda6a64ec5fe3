import type { Histogram } from '../../schemas/generated/types';
import type { Cell } from '../../schemas/run/recording/cell';
import { mergeHistograms } from '../histogram/histogram';
import type { Check, Finding } from '../verification/finding';
import { metricNames } from './metric-names';
import type { HistogramPoint, MetricPoint } from './metric-point';
import { RecordedSeconds } from './recorded-seconds';

/** How often k6 exports: one export is one second of the series. */
export const exportIntervalMs = 1_000;

/** Everything that k6 exported during a run, added up. */
export interface Recorded {
  /** Start of the first second, in ms since 1970; undefined: no request was begun. */
  readonly startedMs: number | undefined;
  /** Start of the first and end of the last interval with requests. */
  readonly trafficStartedMs: number | undefined;
  readonly trafficEndedMs: number | undefined;
  /** Since startedMs. */
  readonly seconds: RecordedSeconds;
  readonly brands: Readonly<Record<string, Histogram>>;
  readonly buckets: Readonly<Record<string, Histogram>>;
  readonly statuses: Readonly<Record<string, Histogram>>;
  readonly violations: readonly (Finding & { readonly count: number })[];
  readonly bodies: number;
  /** Those of them that were picked at random. */
  readonly sampled: number;
  /** Answers that showed what the only writer of a chatroom had written before. */
  readonly readBacks: number;
  readonly exceptions: number;
  readonly droppedIterations: number;
  /** How long after their time requests were begun, in ms; of a sample. */
  readonly lateness?: Histogram | undefined;
  /** Exports that began later than the one before had ended: something between them is missing. */
  readonly gaps: number;
  /** More tag combinations than k6's output keeps apart: figures by brand, bucket and status are not whole. */
  readonly overflowed: boolean;
}

/** Exports before the first of these are about k6 making its VUs. */
const trafficMetrics: readonly string[] = [metricNames.vusStarted, metricNames.latency];

/** Adds up exports as they come. */
export class Recorder {
  private startedMs: number | undefined;
  private trafficStartedMs: number | undefined;
  private trafficEndedMs: number | undefined;
  private overflowed = false;
  private lastEndMs: number | undefined;
  private gaps = 0;
  private readonly seconds = new RecordedSeconds();
  private readonly brands: Histograms = {};
  private readonly buckets: Histograms = {};
  private readonly statuses: Histograms = {};
  private readonly lateness: Histograms = {};
  private readonly violations = new Map<string, Finding & { count: number }>();
  private readonly sums: Record<string, number> = {};
  private sampled = 0;

  /** Takes one export; its second is told by when it ended. */
  add(points: readonly MetricPoint[]): void {
    this.lookForGap(points);
    const first = points.find(({ metric }) => trafficMetrics.includes(metric));
    if (first !== undefined) this.startedMs ??= first.endMs - exportIntervalMs;
    const latencies: HistogramPoint[] = [];
    for (const point of points) {
      if ('otel.metric.overflow' in point.tags) this.overflowed = true;
      if (point.kind === 'histogram') {
        if (point.metric === metricNames.latency) latencies.push(point);
        if (point.metric === metricNames.lateness) addTo(this.lateness, 'all', point.histogram);
      } else if (point.kind === 'sum') {
        this.sums[point.metric] = (this.sums[point.metric] ?? 0) + point.value;
        if (point.metric === metricNames.bodies && point.tags['why'] === 'sample')
          this.sampled += point.value;
        if (point.metric === metricNames.violations) this.addViolations(point.tags, point.value);
      }
    }
    this.addLatencies(latencies, this.startedMs ?? 0);
  }

  recorded(): Recorded {
    return {
      startedMs: this.startedMs,
      trafficStartedMs: this.trafficStartedMs,
      trafficEndedMs: this.trafficEndedMs,
      seconds: this.seconds,
      brands: this.brands,
      buckets: this.buckets,
      statuses: this.statuses,
      violations: [...this.violations.values()],
      bodies: this.sums[metricNames.bodies] ?? 0,
      sampled: this.sampled,
      readBacks: this.sums[metricNames.readBacks] ?? 0,
      lateness: this.lateness['all'],
      exceptions: this.sums[metricNames.exceptions] ?? 0,
      droppedIterations: this.sums['dropped_iterations'] ?? 0,
      gaps: this.gaps,
      overflowed: this.overflowed,
    };
  }

  /** What is counted is exported from where the last export ended; a gauge has one start for the whole run. */
  private lookForGap(points: readonly MetricPoint[]): void {
    const startMs = Math.min(...points.filter(({ kind }) => kind !== 'gauge').map((point) => point.startMs));
    if (this.lastEndMs !== undefined && Number.isFinite(startMs) && startMs > this.lastEndMs + gapMs)
      this.gaps++;
    const endMs = Math.max(...points.map((point) => point.endMs));
    if (points.length > 0) this.lastEndMs = Math.max(endMs, this.lastEndMs ?? 0);
  }

  private addLatencies(points: readonly HistogramPoint[], startedMs: number): void {
    const bySecond = new Map<number, HistogramPoint[]>();
    for (const point of points) {
      const { histogram, startMs, endMs } = point;
      const { brand, bucket, status } = namesOf(point);
      addTo(this.brands, brand, histogram);
      addTo(this.buckets, bucket, histogram);
      addTo(this.statuses, status, histogram);
      this.trafficStartedMs = Math.min(startMs, this.trafficStartedMs ?? Infinity);
      this.trafficEndedMs = Math.max(endMs, this.trafficEndedMs ?? 0);
      // The last export comes when k6 ends, before its second is over.
      const second = Math.max(0, Math.ceil((endMs - startedMs) / exportIntervalMs - tickTolerance) - 1);
      bySecond.set(second, [...(bySecond.get(second) ?? []), point]);
    }
    for (const [second, all] of bySecond) {
      const cells = all.map((point): Cell => ({ ...namesOf(point), histogram: point.histogram }));
      this.seconds.add(second, cells, Math.max(...all.map(({ histogram }) => histogram.max)));
    }
  }

  private addViolations({ check = '', pointer = '', cause = '' }: MetricPoint['tags'], count: number): void {
    const key = `${check} ${pointer} ${cause}`;
    const known = this.violations.get(key) ?? { check: check as Check, pointer, cause, count: 0 };
    known.count += count;
    this.violations.set(key, known);
  }
}

function namesOf({ tags }: HistogramPoint): Omit<Cell, 'histogram'> {
  const { brand = '', bucket = '', status = '' } = tags;
  return { brand, bucket, status };
}

type Histograms = Record<string, Histogram>;

/** The metrics of an export are read one after the other. */
const gapMs = 100;

/** Ticks of the exporter come a little early or late. */
const tickTolerance = 0.2;

function addTo(histograms: Histograms, name: string, histogram: Histogram): void {
  const known = histograms[name];
  histograms[name] = known === undefined ? histogram : mergeHistograms(known, histogram);
}
