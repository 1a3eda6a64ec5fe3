import type { AppliedWaiver, ContractResult, Violation, Waiver } from '../../schemas/generated/types';
import { generalPointer } from '../support/judge/json-pointer';
import { applyWaivers } from './apply-waivers';

/** What a waiver file becomes, and how it differs from what it was. */
export interface Baseline {
  readonly waivers: readonly Waiver[];
  readonly added: readonly Waiver[];
  /** Waivers that the run has shown to be of no use: they would fail the next one. */
  readonly dropped: readonly AppliedWaiver[];
}

const acceptedDays = 30;
const dayMs = 86_400_000;

/**
 * Accepts what a run found broken, for 30 days. Waivers that are there stay, apart from those that have expired or
 * whose deviation is gone; what they cover, or the run had waived already, gets no second one.
 */
export function baselineOf(
  { startedAt, obligations, violations }: ContractResult,
  existing: readonly Waiver[],
): Baseline {
  const verified = new Set(obligations.flatMap(({ id, state }) => (state === 'verified' ? [id] : [])));
  const applied = applyWaivers(violations, existing, dayOf(startedAt, 0), (id) => verified.has(id));
  const open = applied.violations.filter(
    ({ waived }, index) => !waived && violations[index]?.waived !== true,
  );
  const added = withoutRepeats(open.map((violation) => waiverOf(violation, dayOf(startedAt, acceptedDays))));
  const dropped = applied.waivers.filter(({ outcome }) => outcome === 'expired' || outcome === 'gone');
  const kept = existing.filter(
    (_, index) => !['expired', 'gone'].includes(applied.waivers[index]?.outcome ?? ''),
  );
  return { waivers: [...kept, ...added], added, dropped };
}

/**
 * A violation that was seen several times may be seen at other places in the next run, which a pointer would miss: its
 * waiver gets none, and covers the whole obligation.
 */
function waiverOf({ obligation, pointer, count }: Violation, expires: string): Waiver {
  return {
    obligation,
    ...(pointer === undefined || pointer === '' || count > 1 ? {} : { pointer: generalPointer(pointer) }),
    reason: 'to be explained',
    expires,
  };
}

/** Several causes of one obligation need one waiver, and where one of them has no pointer, no other. */
function withoutRepeats(waivers: readonly Waiver[]): Waiver[] {
  const whole = new Set(
    waivers.flatMap(({ obligation, pointer }) => (pointer === undefined ? [obligation] : [])),
  );
  const byPlace = new Map(
    waivers
      .filter(({ obligation, pointer }) => pointer === undefined || !whole.has(obligation))
      .map((waiver) => [`${waiver.obligation} ${waiver.pointer ?? ''}`, waiver]),
  );
  return [...byPlace.values()];
}

function dayOf(instant: string, daysLater: number): string {
  return new Date(Date.parse(instant) + daysLater * dayMs).toISOString().slice(0, 10);
}
