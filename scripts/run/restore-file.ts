import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { RestoreJournal } from '../../schemas/generated/types';
import { UsageError } from '../exit-codes';
import { readJsonFile } from '../target/read-json-file';
import { validateFile } from '../target/validate-file';

/** Where a run keeps its restore journal. */
export function restoreFile(folder: string): string {
  return join(resolve(folder), 'restore.json');
}

/** The journal of a run that has left something changed. Throws a {@link UsageError} where there is none. */
export function readRestoreFile(folder: string): RestoreJournal {
  const file = restoreFile(folder);
  if (!existsSync(file)) {
    throw new UsageError(
      `${folder} holds no restore.json: the run has put everything back, or this is not its folder`,
    );
  }
  return validateFile(readJsonFile(file, 'restore journal'), 'restore', 'restore journal', file);
}

/** Throws a {@link UsageError} where a folder's earlier run has left something changed: a new run would write over it. */
export function refuseUnrestored(folder: string | undefined): void {
  if (folder === undefined || !existsSync(restoreFile(folder))) return;
  throw new UsageError(
    `${folder} holds the restore.json of a run that did not put everything back; npm run restore -- ${folder} does, or name another --out`,
  );
}
