import type { Histogram } from '../../schemas/generated/types';
import { mergeHistograms } from '../histogram/histogram';
import { metricNames } from '../telemetry/metric-names';
import type { MetricPoint } from '../telemetry/metric-point';
import { stepAt, type Step } from './steps';

/** What was measured in one step. */
export interface RecordedStep {
  readonly brands: Record<string, Histogram>;
  readonly statuses: Record<string, Histogram>;
  dropped: number;
}

/** Adds up exports by the step in which a request was begun. */
export class StepRecorder {
  readonly steps: readonly RecordedStep[];
  private readonly plan: readonly Step[];
  /** When the first step began, in ms since 1970, to the second. */
  startedMs: number | undefined;

  constructor(plan: readonly Step[]) {
    this.plan = plan;
    this.steps = plan.map(() => ({ brands: {}, statuses: {}, dropped: 0 }));
  }

  add(points: readonly MetricPoint[]): void {
    for (const point of points) {
      const { metric, tags, startMs, endMs } = point;
      if (metric === metricNames.vusStarted || metric === metricNames.latency) this.startedMs ??= startMs;
      if (point.kind === 'histogram' && metric === metricNames.latency) {
        const step = this.steps[Number(tags['step'] ?? NaN)];
        if (step === undefined) continue;
        addTo(step.brands, tags['brand'] ?? '', point.histogram);
        addTo(step.statuses, tags['status'] ?? '', point.histogram);
      } else if (point.kind === 'sum' && metric === 'dropped_iterations') {
        const seconds = ((startMs + endMs) / 2 - (this.startedMs ?? startMs)) / 1_000;
        const step = this.steps[stepAt(this.plan, seconds)];
        if (step !== undefined) step.dropped += point.value;
      }
    }
  }
}

function addTo(histograms: Record<string, Histogram>, name: string, histogram: Histogram): void {
  const known = histograms[name];
  histograms[name] = known === undefined ? histogram : mergeHistograms(known, histogram);
}
