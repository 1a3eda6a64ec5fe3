import { basename, join, resolve } from 'node:path';

import { readResult } from './read-result';
import { redactRun } from './redact';
import { resultValidators } from './result-validators';
import type { Run } from './run';
import { RunError } from './run-error';

/**
 * Reads `contract.json` and `load.json` of a run folder, validates them, and blanks what no report may show.
 * One of the two may be missing; that half is null. Throws {@link RunError}.
 */
export function readRun(folder: string): Run {
  const validators = resultValidators();
  const contract = readResult(join(folder, 'contract.json'), validators.contract);
  const load = readResult(join(folder, 'load.json'), validators.load);
  if (contract === null && load === null) {
    throw new RunError(
      folder,
      '',
      'holds neither contract.json nor load.json; a run writes at least one of them',
    );
  }
  return redactRun({ name: basename(resolve(folder)), contract, load });
}
