import type {
  AppliedWaiver,
  ChangedRoom,
  Choice,
  ContractResult,
  LedgerEntry,
  Notice,
  ObligationResult,
  Waiver,
} from '../../schemas/generated/types';
import ledger from '../../schemas/policy/ledger.json';
import { catalogue } from '../obligations/catalogue';
import type { NoticeCode } from '../obligations/notices';
import { groupOf, type Obligation } from '../obligations/obligation';
import type { Evidence } from '../support/evidence/evidence';
import { applyWaivers } from './apply-waivers';
import { runVerdict } from './run-verdict';

type PreviousChoice = Pick<Choice, 'id' | 'observed'>;

/** What a run knows beside its evidence. */
export interface RunFacts {
  readonly target: ContractResult['target'];
  readonly startedAt: Date;
  readonly durationMs: number;
  readonly seed: number;
  /** True: --thorough. */
  readonly thorough?: boolean | undefined;
  readonly waivers: readonly Waiver[];
  /** The choices of the run before, where there was one: a change is a notice (ledger entry 19). */
  readonly previousChoices?: readonly PreviousChoice[];
  /** The groups that --only left in; undefined: all. */
  readonly only?: readonly string[] | undefined;
  /** True: what was not verified fails the run. */
  readonly requireAll?: boolean | undefined;
  /** Chatrooms that have a value of this run still. */
  readonly notPutBack?: readonly ChangedRoom[] | undefined;
  /** Why the specs did not run to their end, where they did not. */
  readonly incomplete?: string | undefined;
}

/** Makes contract.json of what the specs saw. */
export function assembleResult(evidence: Evidence, facts: RunFacts): ContractResult {
  const violated = new Set(evidence.violations.map(({ obligation }) => obligation));
  const isVerified = (id: string): boolean => !violated.has(id) && (evidence.observations[id] ?? 0) > 0;
  const today = facts.startedAt.toISOString().slice(0, 10);
  const { violations, waivers } = applyWaivers(evidence.violations, facts.waivers, today, isVerified);
  const unwaived = new Set(violations.filter(({ waived }) => !waived).map(({ obligation }) => obligation));
  const obligations = catalogue.map((obligation) =>
    resultOf(obligation, evidence, violated, unwaived, facts),
  );
  const incomplete = facts.incomplete ?? evidence.gaveUp ?? suiteError(evidence);
  const { requireAll = false, only } = facts;
  return {
    ...runVerdict({ obligations, waivers, incomplete, requireAll, only }),
    target: facts.target,
    startedAt: facts.startedAt.toISOString(),
    durationMs: Math.round(facts.durationMs),
    seed: facts.seed,
    ...(facts.thorough === true ? { thorough: true } : {}),
    requests: evidence.requests,
    obligations,
    violations,
    notices: [
      ...roomsNotPutBack(facts.notPutBack ?? []),
      ...evidence.notices,
      ...changedChoices(evidence.choices, facts.previousChoices ?? []),
      ...untriedWaivers(waivers),
    ],
    choices: [...evidence.choices],
    waivers,
    ledger: ledger satisfies LedgerEntry[],
  };
}

function resultOf(
  obligation: Obligation,
  evidence: Evidence,
  violated: ReadonlySet<string>,
  unwaived: ReadonlySet<string>,
  facts: RunFacts,
): ObligationResult {
  const { id, title, documentation, policy } = obligation;
  const observations = evidence.observations[id] ?? 0;
  const ledgerText = policy.length === 0 ? '' : ` (ledger ${policy.join(', ')})`;
  const base = {
    id,
    group: groupOf(obligation),
    title,
    source: `${documentation}${ledgerText}`,
    policy: [...policy],
    observations,
  };
  if (unwaived.has(id)) return { ...base, state: 'violated' };
  if (violated.has(id)) return { ...base, state: 'waived' };
  if (observations > 0) return { ...base, state: 'verified' };
  return { ...base, ...unverified(obligation, evidence, facts) };
}

function unverified(
  obligation: Obligation,
  evidence: Evidence,
  { only, incomplete }: RunFacts,
): { state: 'not-tried' | 'unobserved'; reason: string } {
  const { id } = obligation;
  const missing = evidence.notTried[id];
  if (missing !== undefined) return { state: 'not-tried', reason: missing };
  if (evidence.tried.includes(id))
    return { state: 'unobserved', reason: 'no answer showed whether it holds' };
  const isLeftOut = only !== undefined && !only.includes(groupOf(obligation));
  return {
    state: 'not-tried',
    reason: isLeftOut ? 'left out by --only' : (incomplete ?? 'no spec tried it'),
  };
}

function suiteError({ errors }: Evidence): string | undefined {
  const [first] = errors;
  return first === undefined ? undefined : `the suite itself failed in ${first.obligation}: ${first.message}`;
}

function untriedWaivers(waivers: readonly AppliedWaiver[]): Notice[] {
  return waivers.flatMap(({ obligation, outcome }) =>
    outcome === 'unobserved'
      ? [
          {
            code: 'waiver-unobserved' satisfies NoticeCode,
            message: `the waiver for ${obligation} may still be needed, or not: this run could not observe it`,
            count: 1,
          },
        ]
      : [],
  );
}

function roomsNotPutBack(rooms: readonly ChangedRoom[]): Notice[] {
  if (rooms.length === 0) return [];
  const places = rooms.map(({ brand, chatroom }) => `${chatroom} of brand ${brand}`);
  return [
    {
      code: 'not-put-back' satisfies NoticeCode,
      message: `${rooms.length === 1 ? 'a chatroom that this run changed is' : 'the chatrooms that this run changed are'} not put back: ${places.join(', ')}; npm run restore with this run's folder tries again`,
      count: rooms.length,
    },
  ];
}

function changedChoices(now: readonly Choice[], before: readonly PreviousChoice[]): Notice[] {
  return now.flatMap(({ id, title, observed }) => {
    const previous = before.find((choice) => choice.id === id)?.observed;
    if (previous === undefined || previous === observed) return [];
    return [
      {
        code: 'changed-choice' satisfies NoticeCode,
        message: `${title}: ${previous} in the run before, now ${observed}`,
        count: 1,
      },
    ];
  });
}
