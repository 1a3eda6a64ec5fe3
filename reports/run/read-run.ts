import { readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

import type { ErrorObject, ValidateFunction } from 'ajv';

import type { ContractResult, LoadResult } from '../../schemas/generated/types';
import { createAjv, validatorFor } from '../../schemas/validation/validator';
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

function readResult<T>(file: string, validate: ValidateFunction<T>): T | null {
  const text = readIfPresent(file);
  if (text === null) return null;
  const value = parse(file, text);
  if (validate(value)) return value;
  const [error] = validate.errors ?? [];
  throw new RunError(file, error?.instancePath ?? '', error === undefined ? 'is not valid' : describe(error));
}

function readIfPresent(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new RunError(file, '', `cannot be read: ${(error as Error).message}`);
  }
}

function parse(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    // A cut file is the common case: the run was killed while it wrote.
    throw new RunError(
      file,
      '',
      `is not complete JSON (${(error as Error).message}); was the run interrupted?`,
    );
  }
}

function describe(error: ErrorObject): string {
  const allowed = (error.params as { allowedValues?: unknown[] }).allowedValues;
  const accepted =
    allowed === undefined ? '' : `: ${allowed.map((value) => JSON.stringify(value)).join(', ')}`;
  const received = (JSON.stringify(error.data) as string | undefined) ?? 'nothing';
  return `${error.message ?? 'is not valid'}${accepted}; received ${received.length > 80 ? `${received.slice(0, 80)}…` : received}`;
}
