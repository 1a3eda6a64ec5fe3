import { Command } from 'commander';

import { answerSigns } from '../doctor/answer-signs';
import { k6Sign } from '../doctor/k6-sign';
import { signLine } from '../doctor/sign';
import { targetSigns } from '../doctor/target-signs';
import { exitCodes, UsageError, type ExitCode } from '../exit-codes';
import { probeTarget } from '../target/probe';
import { readTarget } from '../target/read-target';
import type { Action } from './action';
import type { Context } from './context';
import { help, targetOption } from './shared-options';

export function doctorCommand(run: Action): Command {
  return new Command('doctor')
    .description(
      'Says what a target has and what is missing; sends one harmless request and changes nothing.',
    )
    .addOption(targetOption())
    .addHelpText('after', help('npm run doctor -- --target targets/staging.json'))
    .action(({ target }: { target?: string }) =>
      run((context) => examine(target, context), { interruptedNotice: 'interrupted' }),
    );
}

async function examine(
  file: string | undefined,
  { terminal, environment, signal }: Context,
): Promise<ExitCode> {
  const configured = readTarget(file, environment);
  if (configured === undefined) {
    throw new UsageError(
      'there is no target to examine; accepted: --target FILE, or POPSELL_BASE_URL and its companions',
    );
  }
  const { target } = configured;
  terminal.say(`target     ${target.name}, ${target.baseUrl}`);
  const probe = await probeTarget(target, signal);
  const now = Date.now();
  const signs = [
    ...answerSigns(probe, now),
    ...targetSigns(configured, new Date(now).toISOString().slice(0, 10)),
    await k6Sign(environment),
  ];
  for (const sign of signs) terminal.say(signLine(sign));
  if (file !== undefined) terminal.say(`next       ${nextStep(probe.usable, file)}`);
  return probe.usable ? exitCodes.ok : exitCodes.unusableTarget;
}

function nextStep(usable: boolean, file: string): string {
  return usable
    ? `npm start -- --target ${file}`
    : `put right what ✗ names, then: npm run doctor -- --target ${file}`;
}
