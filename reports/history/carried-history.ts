import { join } from 'node:path';

import type { HistoryFile } from '../../schemas/generated/types';
import type { Run } from '../run/run';
import { isSameRun } from './add-to-history';
import { entryOfRun } from './entry-of-run';
import { readHistory } from './history-file';

/** What a run folder keeps of the runs before it, so that its report can be rendered anywhere, and again. */
export const carriedFile = 'earlier-runs.json';

/**
 * The history that came with a run; null where its folder has none, or another run's, left from before. Throws a RunError
 * where it is no history.
 */
export function carriedHistory(folder: string, run: Run): HistoryFile | null {
  const history = readHistory(join(folder, carriedFile));
  return knowsRun(history, run) ? history : null;
}

/** Whether a run was recorded in a history. */
export function knowsRun({ runs }: HistoryFile, run: Run): boolean {
  const entry = entryOfRun(run);
  return runs.some((one) => isSameRun(one, entry));
}
