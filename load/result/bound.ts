import type { Verified } from '../../schemas/generated/types';

/**
 * What a sample without violations proves, with 95 % confidence: the rate of violating bodies is below 3/n.
 * Null where there is no sample, or a violation in it.
 */
export function sampleBound({ bodies, violations }: Pick<Verified, 'bodies' | 'violations'>): number | null {
  return bodies === 0 || violations.some(({ check }) => check === 'schema') ? null : 3 / bodies;
}
