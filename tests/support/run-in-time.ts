import { exitCodes } from '../../scripts/exit-codes';
import { runCli, type CliResult } from './run-cli';
import { scratchFolder } from './scratch';

const attempts = 3;

/**
 * Runs the command line, into a folder of its own. A busy machine makes a load run invalid, as the run itself says: it is then
 * repeated, twice at most.
 */
export async function runInTime(
  parameters: readonly string[],
  environment: Record<string, string> = {},
): Promise<CliResult & { readonly folder: string }> {
  for (let attempt = 1; ; attempt += 1) {
    const folder = scratchFolder();
    const result = await runCli([...parameters, '--out', folder], environment);
    if (result.exitCode !== exitCodes.invalidLoad || attempt === attempts) return { ...result, folder };
  }
}
