import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import { RestoreJournal } from '../../contracts/support/state/restore-journal';
import type { Reach } from '../../load/run/reach';
import type { LoadResult } from '../../schemas/generated/types';
import type { Target } from '../../schemas/target/target';
import { exitCodes, ExpectedError, UsageError } from '../exit-codes';
import type { Pace } from './at-pace';
import { putBack, putBackPace } from './put-back';
import { readFirstValues } from './read-first-values';
import { firstValuesFile, restoreFile } from './restore-file';

export interface FirstValuesOptions {
  readonly target: Target;
  readonly folder: string;
  readonly reach: Reach;
  readonly isShard: boolean;
  readonly pace: Pace;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** What a run knows of the chatrooms that it changes, until they are put back. */
export interface FirstValuesKept {
  readonly journal: RestoreJournal;
  readonly chatrooms: number;
  readonly unread: number;
}

/** Reads every chatroom that a run may write to, and writes the values down before anything changes them. */
export async function keepFirstValues(options: FirstValuesOptions): Promise<FirstValuesKept> {
  const { target, folder, reach, isShard, pace, signal, say } = options;
  const { chatrooms } = reach;
  say(
    `reads ${chatrooms.length} chatrooms first, to put them back after the run${timeText(chatrooms.length, pace)}`,
  );
  const { rooms, unread } = await readFirstValues(target, chatrooms, { pace, signal });
  if (signal.aborted)
    throw new ExpectedError(exitCodes.interrupted, 'interrupted before anything was changed');
  for (const [reason, count] of unread) {
    say(
      `${count} chatrooms have no value that could be put back (${reason}): they keep what is written last`,
    );
  }
  // What another shard has written is no first value; that shard read the chatroom before it wrote there.
  const isLate = ({ value }: { readonly value: string }): boolean => isShard && reach.isOwnValue(value);
  const journal = new RestoreJournal(target.baseUrl, restoreFile(folder));
  try {
    rmSync(firstValuesFile(folder), { force: true });
    journal.record(...rooms.filter((room) => !isLate(room)));
    journal.recordLate(...rooms.filter(isLate).map(({ brand, chatroom }) => ({ brand, chatroom })));
    if (isShard) new RestoreJournal(target.baseUrl, firstValuesFile(folder)).record(...journal.rooms);
  } catch (error) {
    throw new UsageError(
      `${folder} cannot be written to, and nothing was changed: ${(error as Error).message}`,
    );
  }
  return {
    journal,
    chatrooms: chatrooms.length,
    unread: [...unread.values()].reduce((sum, count) => sum + count, 0),
  };
}

/** Puts chatrooms back after a run, and says what could not be. */
export async function putBackFirstValues(
  { target, folder, pace, say }: FirstValuesOptions,
  { journal, chatrooms, unread }: FirstValuesKept,
): Promise<NonNullable<LoadResult['chatrooms']>> {
  const kept = journal.rooms.length;
  if (kept > 0) say(`puts ${kept} chatrooms back${timeText(kept, putBackPace(pace))}`);
  const done = await putBack(target, journal, { pace });
  const failures = done.filter(({ outcome }) => outcome !== 'put-back');
  for (const { line } of failures.slice(0, shownFailures)) say(line);
  const left = journal.rooms.length;
  if (left > 0) say(`${left} chatrooms are not put back; npm run restore -- ${folder} tries again`);
  if (journal.late.length > 0) say(lateText(journal.late.length));
  return { used: chatrooms, putBack: kept - left, left: left + journal.late.length, unread };
}

/** A request that was cut off may still be carried out: waits as long as the slowest answer took, within reason. */
export async function untilQuiet({ interrupted, statuses, latency, validity }: LoadResult): Promise<void> {
  const cutOff = interrupted || validity.reasons.length > 0 || (statuses['0']?.requests ?? 0) > 0;
  if (cutOff) await sleep(Math.min(longestGraceMs, Math.max(shortestGraceMs, latency.max ?? 0)));
}

const shortestGraceMs = 250;
const longestGraceMs = 5_000;
const shownFailures = 5;

function lateText(count: number): string {
  return (
    `${count} chatrooms had been changed by another shard when this one began: once all shards have ended, ` +
    'npm run restore -- DIR1 DIR2 … with the folders of all of them puts those back'
  );
}

/** Nobody wonders about a few seconds. */
function timeText(count: number, { ratePerSecond = Infinity }: Pace): string {
  const seconds = Math.round(count / ratePerSecond);
  return seconds < 5 ? '' : ` (about ${seconds} s at ${ratePerSecond} chatrooms a second)`;
}
