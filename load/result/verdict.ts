import type { LoadResult } from '../../schemas/generated/types';

/**
 * A broken promise that nobody waived is a fact however the run went; figures of a run that is not valid are none, so its
 * thresholds are not judged. A shard may have too few samples to tell: the merged run will.
 */
export function verdictOf({
  verified,
  validity,
  thresholds,
  shard,
}: Pick<LoadResult, 'verified' | 'validity' | 'thresholds' | 'shard'>): LoadResult['verdict'] {
  if (verified.violations.some(({ waived }) => waived !== true)) return 'failed';
  if (validity.reasons.length > 0) return 'invalid';
  const kept = thresholds.every(({ ok, observed }) => ok || (shard !== undefined && observed === null));
  return kept ? 'passed' : 'failed';
}
