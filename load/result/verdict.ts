import type { LoadResult } from '../../schemas/generated/types';

/**
 * A broken promise is a fact however the run went; figures of a run that is not valid are none, so its
 * thresholds are not judged.
 */
export function verdictOf({
  verified,
  validity,
  thresholds,
}: Pick<LoadResult, 'verified' | 'validity' | 'thresholds'>): LoadResult['verdict'] {
  if (verified.violations.length > 0) return 'failed';
  if (validity.reasons.length > 0) return 'invalid';
  return thresholds.every(({ ok }) => ok) ? 'passed' : 'failed';
}
