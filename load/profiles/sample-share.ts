import type { Plan } from './plan';

/** Up to this rate every answer is validated, so that what is wrong once in a hundred is seen. */
const validatedPerSecond = 100;
const leastShare = 0.01;

/**
 * The share of the answers, 0 to 1, that are validated against their whole schema: about 100 a second at the peak,
 * and at least 1 %. Clients of the closed model have no rate of their own, and get the least.
 */
export function sampleShareOf(shape: Plan['shape']): number {
  if (shape.model === 'closed') return leastShare;
  return Math.min(1, Math.max(leastShare, validatedPerSecond / shape.peakRatePerSecond));
}
