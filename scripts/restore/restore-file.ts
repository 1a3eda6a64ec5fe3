import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

import type { RestoreJournal } from '../../schemas/generated/types';
import { UsageError } from '../exit-codes';
import { readJsonFile } from '../target/read-json-file';
import { validateFile } from '../target/validate-file';
import { runState, runsText } from './run-state';

/** Where a run keeps its restore journal. */
export function restoreFile(folder: string): string {
  return join(resolve(folder), 'restore.json');
}

/** What a shard leaves beside it, for those that came later. */
export function firstValuesFile(folder: string): string {
  return join(resolve(folder), 'first-values.json');
}

/**
 * The journals of folders that have left something changed, that of the latest run first: what an earlier run saw at first is
 * put back last, and stays. Throws a {@link UsageError} where none has, where one is
 * no folder of a run, or where they are of different targets.
 */
export function readRestoreFiles(folders: readonly string[]): { folder: string; content: RestoreJournal }[] {
  const journals = folders.flatMap((folder) => {
    const content = readJournal(restoreFile(folder));
    return content === undefined ? [] : [{ folder, content }];
  });
  const [first] = journals;
  if (first === undefined) {
    throw new UsageError(
      folders.length === 1
        ? `${String(folders[0])} holds no restore.json: the run has put everything back, or this is not its folder`
        : `none of ${folders.join(', ')} holds a restore.json: the runs have put everything back, or these are not their folders`,
    );
  }
  const other = journals.find(({ content }) => content.baseUrl !== first.content.baseUrl);
  if (other !== undefined) {
    throw new UsageError(
      `${first.folder} is of ${first.content.baseUrl} and ${other.folder} of ${other.content.baseUrl}; accepted: folders of one target`,
    );
  }
  return [...journals].sort((one, other) => beganMs(other) - beganMs(one));
}

/** Journals of earlier versions do not say it: then when it was written last. */
function beganMs({ folder, content: { began } }: { folder: string; content: RestoreJournal }): number {
  return began === undefined ? statSync(restoreFile(folder)).mtimeMs : Date.parse(began);
}

/** The chatrooms of which several journals know a first value, and not the same. */
export function knownTwice(journals: readonly { readonly content: RestoreJournal }[]): number {
  const values = new Map<string, Set<string>>();
  for (const { brand, chatroom, value } of journals.flatMap(({ content }) => content.rooms)) {
    const key = `${brand}/${chatroom}`;
    values.set(key, (values.get(key) ?? new Set()).add(value));
  }
  return [...values.values()].filter(({ size }) => size > 1).length;
}

/** What shards read before they changed anything, by brand and chatroom. */
export function readFirstValuesFiles(folders: readonly string[], baseUrl: string): Map<string, string> {
  const journals = folders.flatMap((folder) => readJournal(firstValuesFile(folder)) ?? []);
  return new Map(
    journals
      .filter((journal) => journal.baseUrl === baseUrl)
      .flatMap(({ rooms }) => rooms.map(({ brand, chatroom, value }) => [`${brand}/${chatroom}`, value])),
  );
}

function readJournal(file: string): RestoreJournal | undefined {
  if (!existsSync(file)) return undefined;
  return validateFile(readJsonFile(file, 'restore journal'), 'restore', 'restore journal', file);
}

/** Throws a {@link UsageError} where the run of a folder goes on. */
export function refuseRunning(folder: string): void {
  const journal = readJournal(restoreFile(folder));
  if (journal !== undefined && runState(journal) === 'runs') throw new UsageError(runsText(folder, journal));
}

/** Throws a {@link UsageError} where a folder's earlier run has left something changed: a new run would write over it. */
export function refuseUnrestored(folder: string | undefined): void {
  if (folder === undefined || !existsSync(restoreFile(folder))) return;
  refuseRunning(folder);
  throw new UsageError(
    `${folder} holds the restore.json of a run that did not put everything back; npm run restore -- ${folder} does, or name another --out`,
  );
}
