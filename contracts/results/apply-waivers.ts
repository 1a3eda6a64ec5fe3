import type { AppliedWaiver, Violation, Waiver } from '../../schemas/generated/types';
import { placesOf } from '../support/evidence/places';
import { coversPointer } from '../support/judge/json-pointer';

type Unwaived = Omit<Violation, 'waived'>;

export interface WaiverOutcome {
  readonly violations: Violation[];
  readonly waivers: AppliedWaiver[];
}

/**
 * Marks the violations that waivers cover: every place that one was seen at. A waiver holds through its expiry day (UTC). One whose
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
      waived: placesOf(violation).every((place) =>
        inForce.some((waiver) => coversPlace(waiver, violation, place)),
      ),
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
  const isUsed = violations.some((violation) =>
    placesOf(violation).some((place) => coversPlace(waiver, violation, place)),
  );
  if (isUsed) return 'matched';
  return isVerified(waiver.obligation) ? 'gone' : 'unobserved';
}

/** Whether a waiver covers a place of a violation; without a pointer, it covers all of them. */
function coversPlace(
  { obligation, pointer }: Waiver,
  violation: Unwaived,
  place: string | undefined,
): boolean {
  if (obligation !== violation.obligation) return false;
  return pointer === undefined || (place !== undefined && coversPointer(pointer, place));
}
