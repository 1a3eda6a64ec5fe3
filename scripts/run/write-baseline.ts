import { existsSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';

import { baselineOf } from '../../contracts/results/baseline';
import type { AppliedWaiver, ContractResult, Waiver } from '../../schemas/generated/types';
import { UsageError } from '../exit-codes';
import { readWaivers } from '../target/read-waivers';

/**
 * The waivers of the file that --baseline names, none where it is yet to be written. Throws a {@link UsageError} where
 * it could not be: better before the run than after.
 */
export function readBaseline(file: string): Waiver[] {
  if (existsSync(file)) return readWaivers(file);
  const folder = dirname(resolve(file));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UsageError(`--baseline ${file}: there is no folder ${folder}; make it, or name another file`);
  }
  return [];
}

/** Writes a run's violations into a waiver file, and says what it wrote and what it dropped. */
export function writeBaseline(
  file: string,
  existing: readonly Waiver[],
  result: ContractResult,
  say: (line: string) => void,
): void {
  const { waivers, added, dropped } = baselineOf(result, existing);
  if (added.length === 0 && dropped.length === 0) {
    say(`baseline   nothing to add to ${file}`);
    return;
  }
  // Renamed into place: nobody's reasons are lost to a full disk.
  const written = `${file}.tmp`;
  writeFileSync(written, `${JSON.stringify({ waivers }, null, 2)}\n`);
  renameSync(written, file);
  for (const { obligation, pointer, expires } of added) {
    say(`baseline   added ${obligation}${pointer === undefined ? '' : ` at ${pointer}`}, until ${expires}`);
  }
  for (const waiver of dropped) say(`baseline   dropped ${droppedText(waiver)}`);
  if (added.length > 0) {
    say(`baseline   ${file}: write a reason in place of each "to be explained";`);
    say(`           "waivers": "${basename(file)}" in a target file beside it applies them`);
  }
}

function droppedText({ obligation, outcome, expires, reason }: AppliedWaiver): string {
  const why = outcome === 'expired' ? `it expired on ${expires}` : 'its deviation is gone';
  return `${obligation}: ${why} (its reason was: ${reason})`;
}
