import { resolve } from 'node:path';

import { readRun, renderTerminalSummary, writeReport } from '../../reports';
import type { Terminal } from '../terminal/terminal';

/** Renders a run folder's report into it (or another folder) and says what it shows, and where it is. */
export async function renderRun(folder: string, terminal: Terminal, out = folder): Promise<void> {
  const run = readRun(folder);
  const { indexFile } = await writeReport(run, out);
  terminal.say('');
  terminal.say(renderTerminalSummary(run, { color: terminal.color }));
  terminal.say('');
  terminal.say(`report     ${resolve(indexFile)}`);
}
