import { join } from 'node:path';

import { readHistory } from '../../reports/history/history-file';
import type { Choice, ContractResult } from '../../schemas/generated/types';
import { runsFolder } from './run-folder';

/**
 * The choices of the newest earlier run of a target, to see whether one has changed (ledger entry 19): from the file
 * that --history names, or that of reports/runs. Empty where there is none, or it cannot be read: that is no reason
 * to fail a run.
 */
export function previousChoices(
  historyFile: string | undefined,
  target: ContractResult['target'],
): Pick<Choice, 'id' | 'observed'>[] {
  const runs = runsIn(historyFile ?? join(runsFolder, 'history.json'));
  const newest = runs.findLast(
    (run) =>
      run.target.name === target.name && run.contract !== null && run.contract.verdict !== 'incomplete',
  );
  return Object.entries(newest?.contract?.choices ?? {}).map(([id, observed]) => ({ id, observed }));
}

function runsIn(file: string): ReturnType<typeof readHistory>['runs'] {
  try {
    return readHistory(file).runs;
  } catch {
    return [];
  }
}
