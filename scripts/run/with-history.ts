import type * as Reports from '../../reports';
import type { KeptHistory } from './history-option';
import { loadReports } from './load-reports';

/** A run with what earlier ones say about it. */
export interface RunWithHistory {
  readonly run: Reports.Run;
  /** Keeps the history and its page, which it resolves with; undefined: there is nothing to keep. */
  readonly write?: () => Promise<string>;
}

/**
 * Gives a run its history: the one that --history names; or that of reports/runs, for a run that is in it or is new; or
 * what came along in the run's folder, so that a report from elsewhere, rendered again, says what it said.
 */
export async function withHistory(
  run: Reports.Run,
  folder: string,
  kept: KeptHistory | undefined,
): Promise<RunWithHistory> {
  const { carriedHistory, knowsRun, readHistory, recordRun } = await loadReports();
  const history = kept && readHistory(kept.file);
  const isKnown = kept?.named === true || (history !== undefined && knowsRun(history, run));
  const carried = isKnown ? null : carriedHistory(folder, run);
  if (carried !== null) return { run: recordRun(run, carried, { gates: carried.gates === true }).run };
  if (kept === undefined || history === undefined) return { run };
  const recorded = recordRun(run, history, kept);
  return { run: recorded.run, write: () => keep(kept.file, recorded.history) };
}

async function keep(file: string, history: Parameters<typeof Reports.writeHistory>[1]): Promise<string> {
  const { writeHistory, writeRunsPage } = await loadReports();
  writeHistory(file, history);
  // Behind the run's own page, so that it is linked.
  return writeRunsPage(file, history);
}
