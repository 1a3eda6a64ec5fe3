import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { CollectedRun } from '../../load/collector-file/collected-run';
import { examplesInLog } from '../../load/collector-file/examples-in-log';
import { CollectorFileError, readExports } from '../../load/collector-file/read-exports';
import { resultOfCollected } from '../../load/collector-file/result-of-collected';
import type { LoadResult } from '../../schemas/generated/types';
import { wellFormedJson } from '../../schemas/run/well-formed';
import { UsageError } from '../exit-codes';
import type { CollectorFiles } from './collector-files';
import { makeRunFolder } from './run-folder';

/**
 * Makes load.json of what the pods of one run left, in a folder that is returned with it. Throws a {@link UsageError}
 * where the files are none of a collector, or of more than one run.
 */
export async function collectedResult(
  { exports, logs }: CollectorFiles,
  out: string | undefined,
): Promise<{ folder: string; load: LoadResult }> {
  try {
    const load = await read(exports, logs);
    const folder = makeRunFolder(out, load.target.name, new Date(load.startedAt));
    writeFileSync(join(folder, 'load.json'), `${wellFormedJson(load)}\n`);
    return { folder, load };
  } catch (error) {
    if (error instanceof CollectorFileError) throw new UsageError(`${exports.join(', ')}: ${error.message}`);
    throw error;
  }
}

async function read(exports: readonly string[], logs: readonly string[]): Promise<LoadResult> {
  const run = new CollectedRun();
  let isCut = false;
  for (const file of exports) {
    const cut = await readExports(file, (exported) => {
      run.add(exported);
    });
    isCut ||= cut;
  }
  const examples = await Promise.all(logs.map(examplesInLog));
  return resultOfCollected(run, { isCut, examples: new Map(examples.flatMap((each) => [...each])) });
}
