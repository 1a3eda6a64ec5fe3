import type { HistoryFile, HistoryRun } from '../../schemas/generated/types';
import type { Run } from '../run/run';
import { addToHistory, isSameRun } from './add-to-history';
import { entryOfRun } from './entry-of-run';
import { runHistory } from './run-history';

export interface RecordOptions {
  /** True: a confirmed regression fails the run. */
  readonly gates: boolean;
  /** True: the run's speed is accepted, and its series begins anew. */
  readonly newBaseline?: boolean | undefined;
}

/** Adds a run to a history, and the history to the run. A shard is a part of a run: it stays as it is. */
export function recordRun(
  run: Run,
  history: HistoryFile,
  { gates, newBaseline = false }: RecordOptions,
): { run: Run; history: HistoryFile } {
  if (run.load?.shard !== undefined) return { run, history };
  const entry = accepted(entryOfRun(run), newBaseline);
  const verified = new Set(
    run.contract?.obligations.flatMap(({ id, state }) => (state === 'verified' ? [id] : [])),
  );
  const before = runHistory(addToHistory(history, entry), entry, verified, gates);
  // What the history says may turn the verdict, which the history keeps.
  const judged = accepted(entryOfRun({ ...run, history: before }), newBaseline);
  const withVerdict = (runs: readonly HistoryRun[]): HistoryRun[] =>
    runs.map((one) =>
      isSameRun(one, judged) ? { ...one, state: judged.state, headline: judged.headline } : one,
    );
  const own = { ...before, runs: withVerdict(before.runs), known: withVerdict(before.known) };
  return { run: { ...run, history: own }, history: addToHistory(history, judged) };
}

function accepted(entry: HistoryRun, newBaseline: boolean): HistoryRun {
  if (entry.load === null || !newBaseline) return entry;
  return { ...entry, load: { ...entry.load, newBaseline } };
}
