import { basename, join, resolve } from 'node:path';

import type { ContractResult, LoadResult } from '../../schemas/generated/types';
import { createAjv, validatorFor } from '../../schemas/validation/validator';
import { readResult } from './read-result';
import { redactRun } from './redact';
import type { Run } from './run';
import { RunError } from './run-error';

/**
 * Reads `contract.json` and `load.json` of a run folder, validates them, and blanks what no report may show.
 * One of the two may be missing; that half is null. Throws {@link RunError}.
 */
export function readRun(folder: string): Run {
  // The first error is enough: a report of a million lines is no help.
  const ajv = createAjv({ allErrors: false, verbose: true });
  const contract = readResult(join(folder, 'contract.json'), validatorFor<ContractResult>(ajv, 'contract'));
  const load = readResult(join(folder, 'load.json'), validatorFor<LoadResult>(ajv, 'load'));
  if (contract === null && load === null) {
    throw new RunError(
      folder,
      '',
      'holds neither contract.json nor load.json; a run writes at least one of them',
    );
  }
  return redactRun({ name: basename(resolve(folder)), contract, load });
}
