import { once } from 'node:events';

import { Command } from 'commander';

import { startReference } from '../../reference/start-reference';
import { exitCodes, UsageError } from '../exit-codes';
import { portOption } from '../terminal/options';
import type { Action } from './action';

export function referenceCommand(run: Action): Command {
  return new Command('reference')
    .description('Runs the embedded API alone, on this machine, until Ctrl-C.')
    .option('--port <n>', 'the port; 0 takes a free one', portOption, 4010)
    .addHelpText(
      'after',
      '\nTry it from another terminal: npm run contracts -- --target targets/reference.json',
    )
    .action(({ port }: { port: number }) =>
      run(
        async ({ terminal, signal }) => {
          const reference = await startReference({ port }).catch((error: unknown) => {
            throw startError(error, port);
          });
          try {
            const brands = reference.target.brands.map(({ id }) => id).join(', ');
            terminal.say(`reference  ${reference.baseUrl}, brands ${brands}; Ctrl-C stops it`);
            if (!signal.aborted) await once(signal, 'abort');
          } finally {
            await reference.close();
          }
          return exitCodes.ok;
        },
        { untilInterrupted: true },
      ),
    );
}

function startError(error: unknown, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new UsageError(`port ${port} is taken; accepted: --port with a free one, or 0`);
  if (code === 'EACCES')
    return new UsageError(`port ${port} is reserved; accepted: --port with one above 1023, or 0`);
  return error;
}
