import { Command } from 'commander';

import { exitCodes, type ExitCode } from '../exit-codes';
import { contractExitCode, contractStage } from '../run/contract-stage';
import { checkHistory, historyOf } from '../run/history-option';
import { renderRun } from '../run/render-run';
import { explain } from '../run/explain';
import { refuseUnrestored } from '../restore/restore-file';
import { replay } from '../run/replay/replay';
import { makeRunFolder, refuseUnwritable, removeEarlier } from '../run/run-folder';
import { seedOf } from '../run/seed';
import { readBaseline, writeBaseline } from '../run/write-baseline';
import { withTarget } from '../target/open-target';
import { integerOption, onlyOption } from '../terminal/options';
import type { Action } from './action';
import type { Context } from './context';
import { help, historyOption, outOption, requireAllOption, targetOption } from './shared-options';

interface Options {
  target?: string;
  out?: string;
  seed?: number;
  thorough?: boolean;
  only?: string[];
  requireAll?: boolean;
  history?: string;
  baseline?: string;
  explain?: string;
  replay?: string;
}

export function contractsCommand(run: Action): Command {
  return new Command('contracts')
    .description('Tries every documented promise of the API, and writes contract.json and the report.')
    .addOption(targetOption())
    .addOption(outOption())
    .option('--seed <n>', 'repeats the values of an earlier run', integerOption)
    .option('--thorough', 'sends about 2,000 generated requests in place of about 100')
    .option('--only <status>', 'tries only some statuses, such as 422 or 401,403', onlyOption)
    .addOption(requireAllOption())
    .addOption(historyOption())
    .option('--baseline <file>', 'writes the violations into a waiver file, to be explained within 30 days')
    .option('--explain <code>', 'says what an obligation, a notice or a ledger number means; sends nothing')
    .option(
      '--replay <dir#n>',
      "tries a run's N-th violation again: does it still fail? Its page's address will do",
    )
    .addHelpText(
      'after',
      help('npm run contracts -- --target targets/staging.json', 'npm run contracts -- --only 422'),
    )
    .action((options: Options) =>
      run(async (context) => {
        if (options.explain !== undefined) return say(explain(options.explain), context);
        if (options.replay !== undefined) return replay(options.replay, options.target, context);
        await checkHistory(options);
        return withTarget(options.target, context, {
          check: () => {
            refuseUnwritable(options.out);
            refuseUnrestored(options.out);
            return options.baseline === undefined ? [] : readBaseline(options.baseline);
          },
          use: async ({ target, ...rest }, existing) => {
            const folder = makeRunFolder(options.out, target.name, new Date());
            removeEarlier(folder, 'contract.json', 'exchanges.har');
            const { thorough, only, requireAll } = options;
            const history = historyOf(folder, options);
            const stage = { folder, history, seed: seedOf(options.seed), thorough, only, requireAll };
            const result = await contractStage({ target, ...rest }, stage, context);
            await renderRun(folder, context.terminal, { history });
            if (options.baseline !== undefined)
              writeBaseline(options.baseline, existing, result, context.terminal.say);
            return contractExitCode(result);
          },
        });
      }),
    );
}

function say(lines: readonly string[], { terminal }: Context): ExitCode {
  for (const line of lines) terminal.say(line);
  return exitCodes.ok;
}
