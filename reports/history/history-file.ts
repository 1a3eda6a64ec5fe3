import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

import type { HistoryFile } from '../../schemas/generated/types';
import { createAjv, validatorFor } from '../../schemas/validation/validator';
import { readResult } from '../run/read-result';
import { historyText } from './history-text';

/** The history of a file, empty where there is none yet. Throws a RunError where it is no history. */
export function readHistory(file: string): HistoryFile {
  const ajv = createAjv({ allErrors: false, verbose: true });
  return readResult(file, validatorFor<HistoryFile>(ajv, 'history')) ?? { runs: [] };
}

/** Renamed into place: a run that is killed meanwhile loses itself, and not the history. */
export function writeHistory(file: string, history: HistoryFile): void {
  mkdirSync(dirname(file), { recursive: true });
  const aside = `${file}.${process.pid}.tmp`;
  writeFileSync(aside, historyText(history));
  renameSync(aside, file);
}
