import type { HistoryFile, HistoryRun } from '../../schemas/generated/types';

/** Of one target. What is older has no say in any figure. */
const keptRuns = 200;
/** Ids and choices are most of an entry, and are compared between neighbours only. */
const detailedRuns = 10;

/** The history with a run in it, in order of time; an entry of the same run, rendered before, is replaced. */
export function addToHistory({ runs }: HistoryFile, entry: HistoryRun): HistoryFile {
  const known = runs.find((run) => isSameRun(run, entry));
  const added = keepMarks(entry, known);
  const others = runs.filter((run) => run !== known);
  const sorted = [...others, added].sort((one, other) => timeOf(one) - timeOf(other));
  const isOwn = (run: HistoryRun): boolean => run.target.name === entry.target.name;
  const own = sorted.filter(isOwn);
  const kept = new Map(
    own
      .slice(-keptRuns)
      .map((run, index, { length }) => [run, index < length - detailedRuns ? shortened(run) : run]),
  );
  return { runs: sorted.flatMap((run) => (isOwn(run) ? (kept.get(run) ?? []) : run)) };
}

/** Whether two entries are of one run: a half that started at the same time, against the same target. */
export function isSameRun(one: HistoryRun, other: HistoryRun): boolean {
  return (
    one.target.name === other.target.name &&
    (['contract', 'load'] as const).some(
      (half) => one[half] !== null && one[half].startedAt === other[half]?.startedAt,
    )
  );
}

/** A run that was accepted stays so when its report is rendered again. */
function keepMarks(entry: HistoryRun, known: HistoryRun | undefined): HistoryRun {
  if (entry.load === null || known?.load?.newBaseline !== true) return entry;
  return { ...entry, load: { ...entry.load, newBaseline: true } };
}

function shortened(run: HistoryRun): HistoryRun {
  if (run.contract === null) return run;
  const { startedAt, verdict, verified, waived, violated, notVerified } = run.contract;
  return { ...run, contract: { startedAt, verdict, verified, waived, violated, notVerified } };
}

function timeOf({ startedAt }: HistoryRun): number {
  return Date.parse(startedAt);
}
