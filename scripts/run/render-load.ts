import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';

import type { LoadResult } from '../../schemas/generated/types';
import { exitCodes, type ExitCode } from '../exit-codes';
import type { Terminal } from '../terminal/terminal';
import { loadReports } from './load-reports';

/**
 * Renders a load run's report; where the disk has no room for it or for load.json, what was measured is said at least.
 *
 * @param render renders the run's folder
 */
export async function renderLoad(
  folder: string,
  load: LoadResult,
  terminal: Terminal,
  render: () => Promise<ExitCode>,
): Promise<ExitCode> {
  try {
    if (existsSync(join(folder, 'load.json'))) return await render();
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error;
    terminal.say(`the report cannot be written: ${error.message}`);
  }
  const { renderTerminalSummary } = await loadReports();
  const run = { name: basename(folder), contract: null, load };
  terminal.say('');
  terminal.say(renderTerminalSummary(run, { color: terminal.color }));
  return exitCodes.ok;
}
