import { runAttributes } from '../kubernetes/run-identity';
import { shardMetrics } from '../kubernetes/shard-metrics';
import type { CpuSample } from '../run/cpu-meter';
import type { ResourceExport } from '../telemetry/decode-metrics';
import { metricNames } from '../telemetry/metric-names';
import type { MetricPoint } from '../telemetry/metric-point';
import { Recorder, type Recorded } from '../telemetry/recorder';

/** What a pod said when its k6 had ended. */
export interface ShardEnd {
  readonly exitCode: number;
  readonly uncaughtExceptions: number;
  readonly cores: number;
  readonly cpu: readonly CpuSample[];
}

/** An export is missing where the next one begins this much later than the last one ended. */
const gapMs = 500;

/** Adds up the exports of one shard. */
export class ShardRecording {
  /** How the shard's k6 ended; undefined where nobody said. */
  end: ShardEnd | undefined;
  /** Seconds whose exports are not there. */
  lostSeconds = 0;
  /** Start of the first interval with traffic, in ms since 1970. */
  startedMs: number | undefined;
  readonly pods = new Set<string>();
  readonly k6Versions = new Set<string>();
  private readonly recorder = new Recorder();
  /** By pod, metric and tags: an exporter that got no answer sends the same again. */
  private readonly seenUntil = new Map<string, number>();
  /** By pod. */
  private readonly lastExportMs = new Map<string, number>();

  add({ attributes, points }: ResourceExport): void {
    const pod = attributes[runAttributes.pod] ?? '';
    this.pods.add(pod);
    this.takeEnd(points);
    const version = attributes['service.version'];
    if (version !== undefined) this.k6Versions.add(version);
    this.lostSeconds += this.secondsBefore(points, pod);
    const fresh = points.filter((point) => this.isFresh(point, pod));
    for (const { metric, startMs } of fresh) {
      if (metric === metricNames.vusStarted) this.startedMs = Math.min(startMs, this.startedMs ?? Infinity);
    }
    this.recorder.add(fresh);
  }

  recorded(): Recorded {
    return this.recorder.recorded();
  }

  /**
   * A counter's interval begins when it was last collected. If that is no time at which an export ended, the export
   * that ended then was lost.
   */
  private secondsBefore(points: readonly MetricPoint[], pod: string): number {
    const last = this.lastExportMs.get(pod);
    const isShardEnd = points.some(({ metric }) => metric === shardMetrics.exitCode);
    if (points.length === 0 || isShardEnd) return 0;
    this.lastExportMs.set(pod, Math.max(last ?? 0, ...points.map(({ endMs }) => endMs)));
    if (last === undefined) return 0;
    const known = points.filter(
      (point) => point.kind !== 'gauge' && this.seenUntil.has(`${pod} ${point.metric}`),
    );
    const begins = Math.max(0, ...known.map(({ startMs }) => startMs));
    return begins > last + gapMs ? (begins - last) / 1_000 : 0;
  }

  private isFresh(point: MetricPoint, pod: string): boolean {
    const key = `${pod} ${point.metric} ${JSON.stringify(Object.entries(point.tags).sort())}`;
    if (point.endMs <= (this.seenUntil.get(key) ?? 0)) return false;
    this.seenUntil.set(key, point.endMs);
    this.seenUntil.set(`${pod} ${point.metric}`, point.endMs);
    return true;
  }

  private takeEnd(points: readonly MetricPoint[]): void {
    const values = (metric: string): { value: number; endMs: number }[] =>
      points.flatMap((point) =>
        point.kind !== 'histogram' && point.metric === metric
          ? [{ value: point.value, endMs: point.endMs }]
          : [],
      );
    const [exit] = values(shardMetrics.exitCode);
    if (exit === undefined) return;
    this.end = {
      exitCode: exit.value,
      uncaughtExceptions: values(shardMetrics.uncaughtExceptions)[0]?.value ?? 0,
      cores: values(shardMetrics.cores)[0]?.value ?? 0,
      cpu: values(shardMetrics.cpuSeconds).map(({ value, endMs }) => ({ atMs: endMs, cpuSeconds: value })),
    };
  }
}
