import type { Limits } from './profile';
import { samplesNeeded } from './samples-needed';

/** One limit that a run is judged by. */
export type PlannedThreshold = LatencyThreshold | FailureThreshold;

export interface LatencyThreshold {
  readonly kind: 'latency';
  readonly percentile: 95 | 99;
  readonly limitMs: number;
  /** Absent: all brands together. */
  readonly brand?: number;
}

export interface FailureThreshold {
  readonly kind: 'failures';
  /** 0 to 1. */
  readonly limitShare: number;
}

export function overallThresholds({ p95LimitMs, p99LimitMs }: Limits): LatencyThreshold[] {
  return [
    ...(p95LimitMs === undefined ? [] : [latency(95, p95LimitMs)]),
    ...(p99LimitMs === undefined ? [] : [latency(99, p99LimitMs)]),
  ];
}

/**
 * The limits of one brand, without those that the plan itself gives too few samples for: a short smoke
 * run over many brands is still judged as a whole.
 */
export function brandThresholds(limits: Limits, brand: number, plannedRequests: number): LatencyThreshold[] {
  return overallThresholds(limits)
    .filter(({ percentile }) => plannedRequests >= samplesNeeded(percentile / 100) * sampleMargin)
    .map((threshold) => ({ ...threshold, brand }));
}

export function failureThreshold(limitShare: number): FailureThreshold {
  return { kind: 'failures', limitShare };
}

/** Traffic is random: a brand may get somewhat fewer requests than its share. */
const sampleMargin = 1.3;

function latency(percentile: 95 | 99, limitMs: number): LatencyThreshold {
  return { kind: 'latency', percentile, limitMs };
}
