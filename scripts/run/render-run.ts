import { resolve } from 'node:path';

import { exitCodes, type ExitCode } from '../exit-codes';
import type { Terminal } from '../terminal/terminal';
import type { KeptHistory } from './history-option';
import { loadReports } from './load-reports';
import { withHistory } from './with-history';

export interface RenderOptions {
  /** Where the report lands; undefined: the run folder. */
  readonly out?: string | undefined;
  /** Undefined: none is kept. */
  readonly history: KeptHistory | undefined;
}

/**
 * Renders a run folder's report and says what it shows, and where it is; adds the run to its history. Resolves with
 * 99 where that history shows the run to be slower, and with 0 otherwise, whatever else the run shows.
 */
export async function renderRun(
  folder: string,
  terminal: Terminal,
  { out = folder, history }: RenderOptions,
): Promise<ExitCode> {
  const {
    readRun,
    renderAnnotations,
    renderMarkdownSummary,
    renderTerminalSummary,
    writeReport,
    isRegression,
  } = await loadReports();
  const { run, write } = await withHistory(readRun(folder), folder, history);
  const { indexFile } = await writeReport(run, out);
  terminal.say('');
  terminal.say(renderTerminalSummary(run, { color: terminal.color }));
  terminal.say('');
  terminal.say(`report     ${resolve(indexFile)}`);
  terminal.github.annotate(renderAnnotations(run, terminal.github.prefix));
  terminal.github.summarize(renderMarkdownSummary(run));
  if (write !== undefined) terminal.say(`history    ${await write()}`);
  return isRegression(run.history?.speed) ? exitCodes.thresholdCrossed : exitCodes.ok;
}
