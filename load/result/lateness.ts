import type { Histogram, Lateness } from '../../schemas/generated/types';
import { latencyOf, round } from '../histogram/latency';

/**
 * How long after its time a request was begun, beyond the promptest of all: k6 takes a moment from the start that it
 * tells to the first arrival, and that shifts all of them alike.
 */
export function latenessOf(histogram: Histogram | undefined): Lateness | undefined {
  if (histogram === undefined) return undefined;
  const { p95, p99 } = latencyOf(histogram);
  const beyond = (ms: number | null): number | null => (ms === null ? null : round(ms - histogram.min));
  return { p95: beyond(p95), p99: beyond(p99) };
}
