import { existsSync } from 'node:fs';

import { Command } from 'commander';

import { firstOf, UsageError, type ExitCode } from '../exit-codes';
import { refuseRunning, restoreFile } from '../restore/restore-file';
import { collectedResult } from '../run/collected-result';
import { collectorFiles } from '../run/collector-files';
import { loadExitCode } from '../run/load-stage';
import { checkHistory, historyOf, type HistoryOption } from '../run/history-option';
import { holdsResult } from '../run/holds-result';
import { mergeRuns } from '../run/merge-runs';
import { refuseUnwritable } from '../run/run-folder';
import { renderRun } from '../run/render-run';
import type { Terminal } from '../terminal/terminal';
import type { Action } from './action';
import { help, historyOption, newBaselineOption } from './shared-options';

interface Options extends HistoryOption {
  out?: string;
}

export function reportCommand(run: Action): Command {
  return new Command('report')
    .description(
      "Renders a run folder's report anew, or merges the folders of one run's shards or what its pods left.",
    )
    .argument(
      '<dir...>',
      "a run folder, the folders of all shards, or a collector's file or the folder that holds it (docs/kubernetes.md)",
    )
    .option('--out <dir>', 'where the report lands; without it, the run folder, or for shards a new folder')
    .addOption(historyOption())
    .addOption(newBaselineOption())
    .addHelpText(
      'after',
      [
        help(
          'npm run report -- reports/runs/RUN',
          'npm run report -- reports/runs/RUN --history history.json',
          'npm run report -- shard-1 shard-2 shard-3 --out merged',
          'npm run report -- k8s/metrics.json.gz --out merged',
        ),
        'Without --history a run keeps the earlier runs that it was compared with: earlier-runs.json in its folder holds them.',
        'Rendering one run ends with 0, or with 99 where its history shows it to be slower; merging ends with the',
        'code of the merged load run.',
      ].join('\n'),
    )
    .action((folders: string[], options: Options) =>
      run(({ terminal }) => report(folders, options, terminal)),
    );
}

async function report(folders: readonly string[], options: Options, terminal: Terminal): Promise<ExitCode> {
  const { out } = options;
  if (out !== undefined) refuseUnwritable(out);
  folders.forEach(refuseKilled);
  await checkHistory(options);
  const [only] = folders;
  const collected = folders.length === 1 && only !== undefined ? collectorFiles(only) : undefined;
  if (folders.length === 1 && only !== undefined && collected === undefined) {
    return renderRun(only, terminal, { out, history: historyOf(only, options) });
  }
  const { folder, load } =
    collected === undefined ? mergeRuns(folders, out) : await collectedResult(collected, out);
  const slower = await renderRun(folder, terminal, { history: historyOf(folder, options) });
  return firstOf(loadExitCode(load), slower);
}

/** A killed run has no result, and a merge without it would be of the others only. */
function refuseKilled(folder: string): void {
  if (holdsResult(folder) || !existsSync(restoreFile(folder))) return;
  refuseRunning(folder);
  throw new UsageError(
    `${folder} is of a run that was killed: it holds no result. npm run restore -- ${folder} --target FILE puts back what a killed run changed`,
  );
}
