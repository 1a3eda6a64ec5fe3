import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Choice, ContractResult } from '../../schemas/generated/types';

/**
 * The choices of the newest earlier run of a target, to see whether one has changed (ledger entry 19).
 * Empty where there is none, or it cannot be read: that is no reason to fail a run.
 */
export function previousChoices(
  runsFolder: string,
  ownFolder: string,
  target: ContractResult['target'],
): Choice[] {
  for (const folder of earlierFolders(runsFolder, ownFolder)) {
    const result = readResult(join(folder, 'contract.json'));
    if (result?.target.name === target.name && result.verdict !== 'incomplete') return result.choices;
  }
  return [];
}

/** Newest first: a run folder's name begins with its time. */
function earlierFolders(runsFolder: string, ownFolder: string): string[] {
  try {
    return readdirSync(runsFolder)
      .sort()
      .reverse()
      .map((name) => join(runsFolder, name))
      .filter((folder) => folder !== ownFolder);
  } catch {
    return [];
  }
}

function readResult(file: string): ContractResult | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ContractResult;
  } catch {
    return undefined;
  }
}
