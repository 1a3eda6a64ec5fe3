import { Command } from 'commander';

import { RestoreJournal } from '../../contracts/support/state/restore-journal';
import { plural } from '../../reports/text/numbers';
import { exitCodes, UsageError, type ExitCode } from '../exit-codes';
import { putBack, type PutBack } from '../restore/put-back';
import {
  knownTwice,
  readFirstValuesFiles,
  readRestoreFiles,
  refuseRunning,
  restoreFile,
} from '../restore/restore-file';
import { runState } from '../restore/run-state';
import { restorePace } from '../run/load-stage';
import { readTarget, type ConfiguredTarget } from '../target/read-target';
import type { Action } from './action';
import type { Context } from './context';
import { targetOption } from './shared-options';

export function restoreCommand(run: Action): Command {
  return new Command('restore')
    .description('Puts back what a run changed that was killed before it could.')
    .argument(
      '<dir...>',
      "the run's folder, which holds its restore.json; for shards the folders of all of them",
    )
    .addOption(targetOption())
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  npm run restore -- reports/runs/RUN --target targets/staging.json',
        '  npm run restore -- shard-1 shard-2 shard-3 --target targets/staging.json',
        '',
        'Exit codes: 0 everything is put back, 1 the API refused something, 2 there is nothing to put back, the run',
        'goes on or the target is another, 3 the target cannot be used. What was not put back stays in the journal.',
      ].join('\n'),
    )
    .action((folders: string[], { target }: { target?: string }) =>
      run((context) => restore(folders, target, context), {
        interruptedNotice: 'interrupted: what is not put back yet stays in restore.json',
      }),
    );
}

async function restore(
  folders: readonly string[],
  targetFile: string | undefined,
  { terminal, environment, signal }: Context,
): Promise<ExitCode> {
  const journals = readRestoreFiles(folders);
  folders.forEach(refuseRunning);
  const configured = targetOf(journals[0]?.content.baseUrl ?? '', targetFile, environment);
  const firstValues = readFirstValuesFiles(folders, configured.target.baseUrl);
  const done: PutBack[] = [];
  let left = 0;
  const twice = knownTwice(journals);
  if (twice > 0)
    terminal.say(
      `${twice === 1 ? '1 chatroom has' : `${twice} chatrooms have`} other first values in one folder than in another: the earliest run's is put back last, and stays`,
    );
  for (const { folder, content } of journals) {
    if (runState(content) === 'elsewhere')
      terminal.say(
        `${folder} is of a run on another machine, or before a restart: that it has ended cannot be seen here`,
      );
    const journal = new RestoreJournal(configured.target.baseUrl, restoreFile(folder));
    takeLate(journal, firstValues);
    const some = await putBack(configured.target, journal, { signal, pace: restorePace(configured) });
    for (const { outcome, line } of some) terminal.say(`${outcome === 'put-back' ? '✓' : '✗'} ${line}`);
    if (journal.late.length > 0) {
      terminal.say(
        `✗ ${plural(journal.late.length, 'chatroom')} whose first value another shard has: name its folder too`,
      );
    }
    done.push(...some);
    left += journal.rooms.length + journal.late.length;
  }
  if (left === 0) return exitCodes.ok;
  terminal.say(`${left} not put back; npm run restore -- ${folders.join(' ')} tries again`);
  return done.some(({ outcome }) => outcome === 'unusable') ? exitCodes.unusableTarget : exitCodes.violated;
}

function targetOf(
  baseUrl: string,
  targetFile: string | undefined,
  environment: Context['environment'],
): ConfiguredTarget {
  const configured = readTarget(targetFile, environment);
  if (configured === undefined) {
    throw new UsageError(
      `there is no target; accepted: --target with the file of ${baseUrl}, or POPSELL_BASE_URL and its companions`,
    );
  }
  if (configured.target.baseUrl !== baseUrl) {
    throw new UsageError(
      `the run changed chatrooms of ${baseUrl}, and the target is ${configured.target.baseUrl}; accepted: the same target`,
    );
  }
  return configured;
}

/** Takes first values that other shards know into the journal of the one that came too late to read them. */
function takeLate(journal: RestoreJournal, firstValues: ReadonlyMap<string, string>): void {
  const known = journal.late.flatMap((place) => {
    const value = firstValues.get(`${place.brand}/${place.chatroom}`);
    return value === undefined ? [] : [{ ...place, value }];
  });
  journal.record(...known);
  journal.settleLate(...known);
}
