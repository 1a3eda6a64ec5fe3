import { readFileSync } from 'node:fs';

import type { ErrorObject, ValidateFunction } from 'ajv';

import { RunError } from './run-error';

/** Reads and validates a JSON file; null where there is none. Throws {@link RunError}, which names file and field. */
export function readResult<T>(file: string, validate: ValidateFunction<T>): T | null {
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
