import type { AppliedWaiver, Violation, Waiver } from '../../schemas/generated/types';
import { coversPointer } from '../support/judge/json-pointer';

type Unwaived = Omit<Violation, 'waived'>;

export interface WaiverOutcome {
  readonly violations: Violation[];
  readonly waivers: AppliedWaiver[];
}

/**
 * Marks the violations that a waiver covers. A waiver holds through its expiry day (UTC). One whose
 * obligation was verified is `gone`: the deviation is, and the waiver should follow.
 * @param today as YYYY-MM-DD
 * @param isVerified whether this run observed an obligation and saw it hold
 */
export function applyWaivers(
  violations: readonly Unwaived[],
  waivers: readonly Waiver[],
  today: string,
  isVerified: (obligation: string) => boolean,
): WaiverOutcome {
  const inForce = waivers.filter(({ expires }) => expires >= today);
  return {
    violations: violations.map((violation) => ({
      ...violation,
      waived: inForce.some((waiver) => covers(waiver, violation)),
    })),
    waivers: waivers.map((waiver) => ({
      ...waiver,
      outcome: outcomeOf(waiver, violations, today, isVerified),
    })),
  };
}

function outcomeOf(
  waiver: Waiver,
  violations: readonly Unwaived[],
  today: string,
  isVerified: (obligation: string) => boolean,
): AppliedWaiver['outcome'] {
  if (waiver.expires < today) return 'expired';
  if (violations.some((violation) => covers(waiver, violation))) return 'matched';
  return isVerified(waiver.obligation) ? 'gone' : 'unobserved';
}

function covers({ obligation, pointer }: Waiver, violation: Unwaived): boolean {
  if (obligation !== violation.obligation) return false;
  return (
    pointer === undefined || (violation.pointer !== undefined && coversPointer(pointer, violation.pointer))
  );
}
