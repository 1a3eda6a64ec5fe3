import { resolve } from 'node:path';

import type * as Reports from '../../reports';
import type { Terminal } from '../terminal/terminal';

/** The report's libraries are large: a command may load them early, while it waits for something else. */
export function loadReports(): Promise<typeof Reports> {
  return import('../../reports');
}

/** Renders a run folder's report into it (or another folder) and says what it shows, and where it is. */
export async function renderRun(folder: string, terminal: Terminal, out = folder): Promise<void> {
  const { readRun, renderTerminalSummary, writeReport } = await loadReports();
  const run = readRun(folder);
  const { indexFile } = await writeReport(run, out);
  terminal.say('');
  terminal.say(renderTerminalSummary(run, { color: terminal.color }));
  terminal.say('');
  terminal.say(`report     ${resolve(indexFile)}`);
}
