import { Command } from 'commander';

import { RestoreJournal } from '../../contracts/support/state/restore-journal';
import { exitCodes, UsageError, type ExitCode } from '../exit-codes';
import { putBack } from '../run/put-back';
import { readRestoreFile, restoreFile } from '../run/restore-file';
import { readTarget } from '../target/read-target';
import type { Action } from './action';
import type { Context } from './context';
import { targetOption } from './shared-options';

export function restoreCommand(run: Action): Command {
  return new Command('restore')
    .description('Puts back what a run changed that was killed before it could.')
    .argument('<dir>', "the run's folder, which holds its restore.json")
    .addOption(targetOption())
    .addHelpText(
      'after',
      [
        '',
        'Example:',
        '  npm run restore -- reports/runs/RUN --target targets/staging.json',
        '',
        'Exit codes: 0 everything is put back, 1 the API refused something, 2 there is nothing to put back or the',
        'target is another, 3 the target cannot be used. What was not put back stays in the journal.',
      ].join('\n'),
    )
    .action((folder: string, { target }: { target?: string }) =>
      run((context) => restore(folder, target, context)),
    );
}

async function restore(
  folder: string,
  targetFile: string | undefined,
  { terminal, environment, signal }: Context,
): Promise<ExitCode> {
  const { baseUrl } = readRestoreFile(folder);
  const target = readTarget(targetFile, environment)?.target;
  if (target === undefined) {
    throw new UsageError(
      `there is no target; accepted: --target with the file of ${baseUrl}, or POPSELL_BASE_URL and its companions`,
    );
  }
  if (target.baseUrl !== baseUrl) {
    throw new UsageError(
      `the run changed chatrooms of ${baseUrl}, and the target is ${target.baseUrl}; accepted: the same target`,
    );
  }
  const journal = new RestoreJournal(baseUrl, restoreFile(folder));
  const done = await putBack(target, journal, signal);
  for (const { outcome, line } of done) terminal.say(`${outcome === 'put-back' ? '✓' : '✗'} ${line}`);
  if (journal.rooms.length === 0) return exitCodes.ok;
  terminal.say(`${journal.rooms.length} not put back; npm run restore -- ${folder} tries again`);
  return done.some(({ outcome }) => outcome === 'unusable') ? exitCodes.unusableTarget : exitCodes.violated;
}
