import { dirname, join, resolve } from 'node:path';

import { UsageError } from '../exit-codes';
import { loadReports } from './load-reports';
import { runsFolder } from './run-folder';

/** What the command line says of the history. */
export interface HistoryOption {
  /** --history: where it is kept; undefined: only where runs land by themselves. */
  readonly history?: string | undefined;
  /** --new-baseline: the speed of this run is accepted. */
  readonly newBaseline?: boolean | undefined;
}

/** Where a run's history is kept, and whether it may fail the run. */
export interface KeptHistory {
  readonly file: string;
  /** True: --history names it. */
  readonly named: boolean;
  readonly gates: boolean;
  readonly newBaseline: boolean;
}

/**
 * The history of a run folder: the file that --history names, which fails a run for being slower; or the one in
 * reports/runs, for runs that land there. What else the machine did then is not known, so that one fails nothing.
 */
export function historyOf(
  folder: string,
  { history, newBaseline = false }: HistoryOption,
): KeptHistory | undefined {
  if (history !== undefined) return { file: resolve(history), named: true, gates: true, newBaseline };
  if (dirname(resolve(folder)) !== runsFolder) return undefined;
  return { file: join(runsFolder, 'history.json'), named: false, gates: false, newBaseline };
}

/** Throws where --history names a file that is no history: better before the run than after. */
export async function checkHistory({ history, newBaseline }: HistoryOption): Promise<void> {
  if (history === undefined) {
    if (newBaseline !== true) return;
    throw new UsageError(
      '--new-baseline says of a history that a run begins it anew: name it with --history FILE',
    );
  }
  const { readHistory } = await loadReports();
  readHistory(resolve(history));
}
