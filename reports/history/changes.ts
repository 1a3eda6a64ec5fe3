import type { HistoryRun } from '../../schemas/generated/types';

/** What is otherwise than in the run before. */
export interface Changes {
  /** The run that contracts are compared with; null: there is none, or it ended early. */
  readonly contractSince: HistoryRun | null;
  readonly violated: readonly ChangedObligation[];
  /** Ids of obligations that were violated and are verified now. */
  readonly fixed: readonly string[];
  readonly choices: readonly ChangedChoice[];
  /** The valid run of the same series that p95 is compared with. */
  readonly loadSince: HistoryRun | null;
  readonly p95: { readonly beforeMs: number; readonly nowMs: number } | null;
}

interface ChangedObligation {
  readonly id: string;
  /** False: the run before had not tried it. */
  readonly held: boolean;
}

interface ChangedChoice {
  readonly id: string;
  readonly before: string;
  readonly now: string;
}

/** Compares a run with those before it, oldest first. Null: there is nothing to compare it with. */
export function changesOf(
  run: HistoryRun,
  earlier: readonly HistoryRun[],
  verified: ReadonlySet<string>,
): Changes | null {
  const contractSince =
    run.contract === null || run.contract.verdict === 'incomplete'
      ? null
      : (earlier.findLast(({ contract }) => contract !== null && contract.verdict !== 'incomplete') ?? null);
  const loadSince = earlier.findLast((before) => isComparable(before, run)) ?? null;
  if (contractSince === null && loadSince === null) return null;
  return {
    contractSince,
    ...contractChanges(run.contract, contractSince?.contract ?? null, verified),
    loadSince,
    p95: p95Change(run, loadSince),
  };
}

/** A run whose load figures mean something. */
export function isValidLoad({ load }: HistoryRun): boolean {
  if (load === null || load.isInexact === true) return false;
  return load.verdict !== 'invalid' && !load.interrupted && load.p95 !== null;
}

function isComparable(before: HistoryRun, run: HistoryRun): boolean {
  return isValidLoad(before) && isValidLoad(run) && before.load?.series === run.load?.series;
}

function contractChanges(
  now: HistoryRun['contract'],
  before: HistoryRun['contract'],
  verified: ReadonlySet<string>,
): Pick<Changes, 'violated' | 'fixed' | 'choices'> {
  if (now === null || before === null) return { violated: [], fixed: [], choices: [] };
  const choicesBefore = before.choices ?? {};
  return {
    violated: now.violated
      .filter((id) => !before.violated.includes(id))
      .map((id) => ({ id, held: before.notVerifiedIds?.includes(id) !== true })),
    fixed: before.violated.filter((id) => verified.has(id)),
    choices: Object.entries(now.choices ?? {}).flatMap(([id, observed]) => {
      const earlier = choicesBefore[id];
      return earlier === undefined || earlier === observed ? [] : [{ id, before: earlier, now: observed }];
    }),
  };
}

function p95Change(now: HistoryRun, before: HistoryRun | null): Changes['p95'] {
  const [nowMs, beforeMs] = [now.load?.p95 ?? null, before?.load?.p95 ?? null];
  return nowMs === null || beforeMs === null ? null : { nowMs, beforeMs };
}
