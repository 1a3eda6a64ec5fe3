import { once } from 'node:events';

import { Command } from 'commander';

import { UnknownNameError } from '../../reference/changes-of';
import { faults } from '../../reference/faults/catalogue';
import { LatencyError, latencyForms } from '../../reference/latency/parse-latency';
import { startReference } from '../../reference/start-reference';
import { variants } from '../../reference/variants/catalogue';
import { exitCodes, UsageError, type ExitCode } from '../exit-codes';
import { integerOption, portOption } from '../terminal/options';
import type { Action } from './action';
import type { Context } from './context';

interface Options {
  port: number;
  fault: string[];
  variant: string[];
  latency: string[];
  latencySeed?: number;
  latencyLog?: string;
  list?: boolean;
}

export function referenceCommand(run: Action): Command {
  return new Command('reference')
    .description('Runs the embedded API alone, on this machine, until Ctrl-C.')
    .option('--port <n>', 'the port; 0 takes a free one', portOption, 4010)
    .option('--fault <name>', 'breaks one promise on purpose; again for another', collect, [])
    .option(
      '--variant <name>',
      'answers otherwise where several answers are right; again for another',
      collect,
      [],
    )
    .option(
      '--latency <form>',
      `what answers wait; again for a stall or another brand: ${latencyForms}`,
      collect,
      [],
    )
    .option('--latency-seed <n>', 'repeats the latencies of an earlier instance', integerOption)
    .option(
      '--latency-log <file>',
      'gets a line of JSON for each request: when it came, how long it was held',
    )
    .option('--list', 'lists the faults and variants, and ends')
    .addHelpText(
      'after',
      '\nTry it from another terminal: npm run contracts -- --target targets/reference.json',
    )
    .action((options: Options) =>
      run(
        async (context) => {
          if (options.list === true) return list(context);
          return serve(options, context);
        },
        { untilInterrupted: true },
      ),
    );
}

async function serve(
  { port, fault, variant, latency, latencySeed, latencyLog }: Options,
  { terminal, signal }: Context,
): Promise<ExitCode> {
  const options = { port, faults: fault, variants: variant, latency, latencySeed, latencyLog };
  const reference = await startReference(options).catch((error: unknown) => {
    throw startError(error, port);
  });
  try {
    const brands = reference.target.brands.map(({ id }) => id).join(', ');
    const changes = [...fault, ...variant, ...latency].map((name) => `, ${name}`).join('');
    terminal.say(`reference  ${reference.baseUrl}, brands ${brands}${changes}; Ctrl-C stops it`);
    terminal.say('           its tokens and chatrooms are those of targets/reference.json');
    if (!signal.aborted) await once(signal, 'abort');
  } finally {
    await reference.close();
  }
  return exitCodes.ok;
}

function list({ terminal }: Context): ExitCode {
  for (const { name, description } of faults) terminal.say(`fault    ${name.padEnd(44)} ${description}`);
  for (const { name, description } of variants) terminal.say(`variant  ${name.padEnd(44)} ${description}`);
  return exitCodes.ok;
}

function collect(name: string, earlier: readonly string[]): string[] {
  return [...earlier, name];
}

function startError(error: unknown, port: number): unknown {
  if (error instanceof UnknownNameError) return new UsageError(`${error.message} (--list lists them)`);
  if (error instanceof LatencyError) return new UsageError(`--latency ${error.message}`);
  const { code, syscall, path } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new UsageError(`port ${port} is taken; accepted: --port with a free one, or 0`);
  if (code === 'EACCES')
    return new UsageError(`port ${port} is reserved; accepted: --port with one above 1023, or 0`);
  if (syscall === 'open')
    return new UsageError(`--latency-log ${path ?? ''} cannot be written: ${code ?? ''}`);
  return error;
}
