import type { Histogram, Latency } from '../../schemas/generated/types';
import { samplesNeeded } from '../profiles/samples-needed';
import { sampleCount } from './histogram';
import { quantile } from './quantile';

export const noLatency: Latency = {
  requests: 0,
  p50: null,
  p75: null,
  p90: null,
  p95: null,
  p99: null,
  p99_9: null,
  max: null,
  mean: null,
};

/** A percentile, or null where there are too few samples for it. */
export function shown(value: number | null | undefined, share: number, samples: number): number | null {
  return value === null || value === undefined || samples < samplesNeeded(share) ? null : round(value);
}

/** Figures of a histogram, in ms. */
export function latencyOf(histogram: Histogram | undefined): Latency {
  if (histogram === undefined) return noLatency;
  const requests = sampleCount(histogram);
  if (requests === 0) return noLatency;
  const percentile = (share: number): number | null => shown(quantile(histogram, share), share, requests);
  return {
    requests,
    p50: percentile(0.5),
    p75: percentile(0.75),
    p90: percentile(0.9),
    p95: percentile(0.95),
    p99: percentile(0.99),
    p99_9: percentile(0.999),
    max: round(histogram.max),
    mean: round(histogram.sum / requests),
  };
}

/** Microseconds are as fine as anything measured here. */
export function round(milliseconds: number): number {
  return Math.round(milliseconds * 1_000) / 1_000;
}
