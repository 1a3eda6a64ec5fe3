import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { LoadResult } from '../../schemas/generated/types';
import { wellFormedJson } from '../../schemas/run/well-formed';
import { verdictOf } from '../result/verdict';

/**
 * Writes load.json into a run's folder. Where that fails no half of it stays, and the result that is returned is one of a
 * run that is not valid: nobody could look its figures up.
 */
export async function saveResult(folder: string, result: LoadResult): Promise<LoadResult> {
  const file = join(folder, 'load.json');
  try {
    await writeFile(file, `${wellFormedJson(result)}\n`);
    return result;
  } catch (error) {
    await rm(file, { force: true }).catch(() => undefined);
    return unsaved(
      result,
      `load.json could not be written (${(error as Error).message}): make room for it, and run again.`,
    );
  }
}

function unsaved(result: LoadResult, reason: string): LoadResult {
  const reasons = [...result.validity.reasons.filter((known) => known !== reason), reason];
  const unsavedResult = { ...result, validity: { ...result.validity, reasons } };
  return { ...unsavedResult, verdict: verdictOf(unsavedResult) };
}
