import { Command } from 'commander';

import { isLoopback } from '../../load/run/loopback';
import { exitCodes, UsageError, type ExitCode } from '../exit-codes';
import { probeTarget, type Probe } from '../target/probe';
import { readTarget, type ConfiguredTarget } from '../target/read-target';
import type { Action } from './action';
import type { Context } from './context';
import { help, targetOption } from './shared-options';

/** One line of the doctor: what is there, or what will remain unverified without it. */
interface Sign {
  readonly well: boolean;
  readonly text: string;
}

export function doctorCommand(run: Action): Command {
  return new Command('doctor')
    .description(
      'Says what a target has and what is missing; sends one harmless request and changes nothing.',
    )
    .addOption(targetOption())
    .addHelpText('after', help('npm run doctor -- --target targets/staging.json'))
    .action(({ target }: { target?: string }) => run((context) => examine(target, context)));
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
  for (const { well, text } of [...probeSigns(probe), ...targetSigns(configured)]) {
    terminal.say(`${well ? '✓ there  ' : '– missing'}  ${text}`);
  }
  return probe.usable ? exitCodes.ok : exitCodes.unusableTarget;
}

function probeSigns(probe: Probe): Sign[] {
  if (!probe.usable) return [{ well: false, text: probe.reason }];
  const { status, durationMs, date } = probe;
  const answers = `the API answers {} with ${status} after ${Math.round(durationMs)} ms`;
  return [
    {
      well: status === 200,
      text: status === 200 ? answers : `${answers}; documented: 200. The contract run will say more`,
    },
    skewSign(date),
  ];
}

const toleratedSkewMs = 60_000;

/** `online` is judged by the Date of the answer; its clock should be about right. */
function skewSign(date: string | undefined): Sign {
  if (date === undefined)
    return { well: false, text: 'a Date header: online is judged by the clock of this machine' };
  const skewMs = Math.abs(Date.parse(date) - Date.now());
  const seconds = Math.round(skewMs / 1_000);
  if (skewMs <= toleratedSkewMs)
    return { well: true, text: 'a Date header that agrees with the clock of this machine' };
  return { well: false, text: `clocks that agree: the API's differs by ${seconds} s from this machine's` };
}

function targetSigns({ target, load, waivers }: ConfiguredTarget): Sign[] {
  const brands = target.brands.length;
  const chatrooms = target.brands.reduce(
    (sum, { chatrooms: ids }) => sum + (Array.isArray(ids) ? ids.length : ids.to - ids.from + 1),
    0,
  );
  return [
    target.forbiddenToken === undefined
      ? { well: false, text: 'forbiddenToken: that a token without permission gets 403 is not tried' }
      : { well: true, text: 'forbiddenToken' },
    brands < 2
      ? { well: false, text: 'a second brand: that brands are isolated from each other is not tried' }
      : { well: true, text: `${brands} brands` },
    chatrooms < 2
      ? { well: false, text: 'a second chatroom: that a PATCH changes no other chatroom is not tried' }
      : { well: true, text: `${chatrooms} chatrooms` },
    load.allow || isLoopback(target.baseUrl)
      ? {
          well: true,
          text: `load is allowed${load.maxRatePerSecond === undefined ? '' : `, at most ${load.maxRatePerSecond} requests a second`}`,
        }
      : { well: false, text: 'load.allow: load is only run against this machine' },
    ...(waivers.length === 0 ? [] : [{ well: true, text: `${waivers.length} waivers` }]),
  ];
}
