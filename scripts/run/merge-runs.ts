import { copyFileSync, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { mergeLoadResults } from '../../load/result/merge';
import { MergeError } from '../../load/result/require-one-run';
import { readRun } from '../../reports/run/read-run';
import type { LoadResult } from '../../schemas/generated/types';
import { wellFormedJson } from '../../schemas/run/well-formed';
import { UsageError } from '../exit-codes';
import { makeRunFolder } from './run-folder';

/**
 * Merges the load.json of one run's shards into a folder and returns it with the merged result; a contract.json
 * comes along where just one of the folders has it. Throws a {@link UsageError} where the folders are not shards of one run.
 */
export function mergeRuns(
  folders: readonly string[],
  out: string | undefined,
): { folder: string; load: LoadResult } {
  const loads = folders.map((folder) => {
    const { load } = readRun(folder);
    if (load === null)
      throw new UsageError(`${folder} holds no load.json; accepted: the folders of one run's shards`);
    return load;
  });
  const merged = merge(loads, folders);
  const folder = makeRunFolder(out, merged.target.name, new Date(merged.startedAt));
  writeFileSync(join(folder, 'load.json'), `${wellFormedJson(merged)}\n`);
  const contracts = folders.map((one) => join(one, 'contract.json')).filter((file) => existsSync(file));
  if (contracts.length === 1 && contracts[0] !== undefined)
    copyFileSync(contracts[0], join(folder, 'contract.json'));
  return { folder, load: merged };
}

function merge(loads: readonly LoadResult[], folders: readonly string[]): LoadResult {
  try {
    return mergeLoadResults(loads);
  } catch (error) {
    if (error instanceof MergeError)
      throw new UsageError(`${folders.join(', ')} cannot be merged, because ${error.message}`);
    throw error;
  }
}
