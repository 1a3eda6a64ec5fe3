/**
 * How many samples a percentile needs before it is shown: with fewer, the chance that all of them lie
 * below the true percentile is above 2.5 %, and the figure would flatter. p95: 72, p99: 368, p99.9: 3,688.
 */
export function samplesNeeded(quantile: number): number {
  return Math.ceil(Math.log(0.025) / Math.log(quantile));
}
