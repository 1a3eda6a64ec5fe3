import { Command } from 'commander';

import { exitCodes, type ExitCode } from '../exit-codes';
import { loadExitCode } from '../run/load-stage';
import { mergeRuns } from '../run/merge-runs';
import { renderRun } from '../run/render-run';
import type { Terminal } from '../terminal/terminal';
import type { Action } from './action';
import { help } from './shared-options';

export function reportCommand(run: Action): Command {
  return new Command('report')
    .description("Renders a run folder's report anew, or merges the folders of one run's shards.")
    .argument('<dir...>', 'a run folder, or the folders of all shards')
    .option('--out <dir>', 'where the report lands; without it, the run folder, or for shards a new folder')
    .addHelpText(
      'after',
      [
        help('npm run report -- reports/runs/RUN', 'npm run report -- shard-1 shard-2 shard-3 --out merged'),
        'Rendering one run ends with 0; merging ends with the code of the merged load run.',
      ].join('\n'),
    )
    .action((folders: string[], { out }: { out?: string }) =>
      run(({ terminal }) => report(folders, out, terminal)),
    );
}

async function report(
  folders: readonly string[],
  out: string | undefined,
  terminal: Terminal,
): Promise<ExitCode> {
  const [only] = folders;
  if (folders.length === 1 && only !== undefined) {
    await renderRun(only, terminal, out);
    return exitCodes.ok;
  }
  const { folder, load } = mergeRuns(folders, out);
  await renderRun(folder, terminal);
  return loadExitCode(load);
}
