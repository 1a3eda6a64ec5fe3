import type { AppliedWaiver, ContractResult, ObligationResult } from '../../schemas/generated/types';

/** What the verdict of a run is made of. */
export interface RunOutcome {
  readonly obligations: readonly ObligationResult[];
  readonly waivers: readonly AppliedWaiver[];
  /** Why the specs did not run to their end, where they did not. */
  readonly incomplete: string | undefined;
  /** What was neither violated nor seen to hold fails the run too. */
  readonly requireAll: boolean;
  /** The groups that --only left in; undefined: all. What it left out is not demanded. */
  readonly only: readonly string[] | undefined;
}

const namedGaps = 10;

/** The verdict, and the reason for it where no violation is the reason. */
export function runVerdict(outcome: RunOutcome): Pick<ContractResult, 'verdict' | 'reason'> {
  const { obligations, incomplete } = outcome;
  const reasons = [...(incomplete === undefined ? unverified(outcome) : [incomplete]), ...spent(outcome)];
  const reason = reasons.length === 0 ? {} : { reason: reasons.join('; ') };
  const isBroken = obligations.some(({ state }) => state === 'violated') || spent(outcome).length > 0;
  if (isBroken) return { verdict: 'failed', ...reason };
  if (incomplete !== undefined) return { verdict: 'incomplete', ...reason };
  return { verdict: reasons.length > 0 ? 'failed' : 'passed', ...reason };
}

/** Of an interrupted run nothing is demanded: it says already why it proves little. */
function unverified({ obligations, requireAll, only }: RunOutcome): string[] {
  if (!requireAll) return [];
  const gaps = obligations.filter(
    ({ state, group }) =>
      (state === 'unobserved' || state === 'not-tried') && (only === undefined || only.includes(group)),
  );
  if (gaps.length === 0) return [];
  const names = gaps.slice(0, namedGaps).map(({ id }) => id);
  const more = gaps.length > namedGaps ? ` and ${gaps.length - namedGaps} more` : '';
  const were = gaps.length === 1 ? '1 obligation was' : `${gaps.length} obligations were`;
  return [`${were} not verified, which --require-all demands: ${names.join(', ')}${more}`];
}

function spent({ waivers }: RunOutcome): string[] {
  return [
    ...counted(waivers, 'expired', 'has expired', 'have expired'),
    ...counted(waivers, 'gone', 'is no longer needed', 'are no longer needed'),
  ];
}

function counted(
  waivers: readonly AppliedWaiver[],
  outcome: AppliedWaiver['outcome'],
  one: string,
  several: string,
): string[] {
  const ids = waivers.flatMap((waiver) => (waiver.outcome === outcome ? [waiver.obligation] : []));
  if (ids.length === 0) return [];
  const subject = ids.length === 1 ? `1 waiver ${one}` : `${ids.length} waivers ${several}`;
  return [`${subject}: ${[...new Set(ids)].slice(0, namedGaps).join(', ')}`];
}
