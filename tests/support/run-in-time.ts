import { runCli, type CliResult } from './run-cli';
import { scratchFolder } from './scratch';

const attempts = 3;
/** The exit code of a load run that is not valid. */
const invalidRun = 4;

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
    if (result.exitCode !== invalidRun || attempt === attempts) return { ...result, folder };
  }
}
