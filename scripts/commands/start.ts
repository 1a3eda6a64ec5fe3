import { Command } from 'commander';

import { profileNames } from '../../load/profiles/profiles';
import { firstOf, type ExitCode } from '../exit-codes';
import { contractExitCode, contractStage } from '../run/contract-stage';
import { loadExitCode, loadStage, planStage, type LoadStage } from '../run/load-stage';
import { checkHistory, historyOf } from '../run/history-option';
import { renderRun } from '../run/render-run';
import { refuseUnrestored } from '../restore/restore-file';
import { makeRunFolder, refuseUnwritable, removeEarlier } from '../run/run-folder';
import { seedOf } from '../run/seed';
import { liveOption, otlpOption, watchOf, type WatchOptions } from '../run/watch-options';
import { withTarget } from '../target/open-target';
import type { ConfiguredTarget } from '../target/read-target';
import { integerOption } from '../terminal/options';
import type { Action } from './action';
import type { Context } from './context';
import {
  help,
  historyOption,
  newBaselineOption,
  outOption,
  requireAllOption,
  targetOption,
} from './shared-options';

interface Options extends WatchOptions {
  target?: string;
  profile: string;
  out?: string;
  seed?: number;
  requireAll?: boolean;
  history?: string;
  newBaseline?: boolean;
}

export function startCommand(run: Action): Command {
  return new Command('start')
    .description('Does everything: the contracts, then the load, then the report.')
    .addOption(targetOption())
    .option('--profile <name>', `the shape of load: ${profileNames.join(', ')}`, 'smoke')
    .addOption(outOption())
    .option('--seed <n>', 'repeats the values and the traffic of an earlier run', integerOption)
    .addOption(requireAllOption())
    .addOption(otlpOption())
    .addOption(liveOption())
    .addOption(historyOption())
    .addOption(newBaselineOption())
    .addHelpText('after', help('npm start', 'npm start -- --target targets/staging.json --profile load'))
    .action((options: Options) =>
      run(async (context) => {
        await checkHistory(options);
        const watch = watchOf(options, context.environment);
        return withTarget(options.target, context, {
          check: (configured) => {
            refuseUnwritable(options.out);
            refuseUnrestored(options.out);
            return planStage({ profile: options.profile, ...watch }, configured);
          },
          use: (configured, stage) => everything(configured, stage, options, context),
        });
      }),
    );
}

async function everything(
  configured: ConfiguredTarget,
  stage: LoadStage,
  options: Options,
  context: Context,
): Promise<ExitCode> {
  const folder = makeRunFolder(options.out, configured.target.name, new Date());
  removeEarlier(folder, 'contract.json', 'exchanges.har', 'load.json');
  const { requireAll } = options;
  const seed = seedOf(options.seed);
  const history = historyOf(folder, options);
  const render = (): Promise<ExitCode> => renderRun(folder, context.terminal, { history });
  const stages = { folder, history, seed, requireAll };
  const contract = contractExitCode(await contractStage(configured, stages, context));
  if (context.signal.aborted) return firstOf(contract, await render());
  try {
    const load = loadExitCode(await loadStage(configured, { ...stage, folder, seed }, context));
    return firstOf(contract, load, await render());
  } catch (error) {
    // The contracts have been tried: their report is worth having where the load could not be run.
    await render();
    throw error;
  }
}
