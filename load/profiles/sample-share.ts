import type { Plan } from './plan';

/** Enough for a useful bound within seconds, and too few to cost the generator anything at this rate. */
const validatedPerSecond = 20;
const leastShare = 0.01;

/**
 * The share of the answers, 0 to 1, that are validated against their whole schema: about 20 a second at the peak,
 * and at least 1 %. Clients of the closed model have no rate of their own, and get the least.
 */
export function sampleShareOf(shape: Plan['shape']): number {
  if (shape.model === 'closed') return leastShare;
  return Math.min(1, Math.max(leastShare, validatedPerSecond / shape.peakRatePerSecond));
}
