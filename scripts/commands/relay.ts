import { existsSync } from 'node:fs';

import { Command } from 'commander';

import { describeRelayed } from '../../load/telemetry/relay/describe-relayed';
import { Relay } from '../../load/telemetry/relay/relay';
import { spoolFile } from '../../load/telemetry/relay/spool-file';
import { exitCodes, UsageError, type ExitCode } from '../exit-codes';
import { collectorOf, otlpOption } from '../run/watch-options';
import type { Action } from './action';
import type { Context } from './context';

const patienceMs = 60_000;

export function relayCommand(run: Action): Command {
  return new Command('relay')
    .description("Sends the metrics that a load run could not deliver to the team's collector.")
    .argument('<dir>', "the run's folder, which holds otlp-spool.bin")
    .addOption(otlpOption().makeOptionMandatory())
    .addHelpText(
      'after',
      [
        '',
        'Examples:',
        '  npm run relay -- reports/runs/RUN --otlp http://collector:4318',
        '',
        'Exit codes: 0 everything was delivered, 2 there is nothing to deliver or the address is wrong, 3 the collector',
        'did not take everything. What it did not take stays in the file.',
      ].join('\n'),
    )
    .action((folder: string, { otlp }: { otlp: string }) => run((context) => relay(folder, otlp, context)));
}

async function relay(
  folder: string,
  otlp: string,
  { terminal, environment, signal }: Context,
): Promise<ExitCode> {
  const collector = collectorOf(otlp, environment);
  const file = spoolFile(folder);
  if (!existsSync(file)) {
    throw new UsageError(`${folder} holds no otlp-spool.bin: every export of its run was delivered`);
  }
  const relayed = await (await Relay.start(collector, file)).close(patienceMs, signal);
  terminal.say(describeRelayed(relayed, collector, folder));
  return relayed.left + relayed.lost === 0 ? exitCodes.ok : exitCodes.unusableTarget;
}
