import type { LoadViolation } from '../../schemas/generated/types';

/**
 * What a random sample without violations proves, with 95 % confidence: the rate of violating bodies is
 * below 3/n. Null where there is no sample, or where a body violated its schema.
 */
export function sampleBound(sampled: number, violations: readonly LoadViolation[]): number | null {
  return sampled === 0 || violations.some(({ check }) => check === 'schema') ? null : 3 / sampled;
}
