import type { LoadResult, LoadViolation, Waiver } from '../../schemas/generated/types';
import { verdictOf } from './verdict';

/**
 * Marks the violations that a waiver in force covers, and judges the run without them: what the contracts accept is
 * no news under load. Whether a waiver is expired or no longer needed is for a contract run to say.
 * @param today as YYYY-MM-DD
 */
export function applyWaivers(result: LoadResult, waivers: readonly Waiver[], today: string): LoadResult {
  const waived = new Set(
    waivers.filter(({ expires }) => expires >= today).map(({ obligation }) => obligation),
  );
  const violations = result.verified.violations.map((violation) =>
    obligationsOf(violation).some((obligation) => waived.has(obligation))
      ? { ...violation, waived: true }
      : violation,
  );
  const verified = { ...result.verified, violations };
  return { ...result, verified, verdict: verdictOf({ ...result, verified }) };
}

/** The obligations that the contracts know a violation by; bodies of several statuses have a pointer in common. */
function obligationsOf({ check, pointer = '' }: LoadViolation): string[] {
  switch (check) {
    case 'schema':
      return ['200', '401', '422'].map((status) => `${status}/body${pointer}`);
    case 'own id':
      return [`200/body${pointer}/requested`, `200/body${pointer}/own`];
    case 'own value':
      return ['200/value/answered'];
    case 'stored value':
      return ['200/value/stored'];
    default:
      return [];
  }
}
