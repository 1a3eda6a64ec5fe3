import { resolve } from 'node:path';

import type * as Reports from '../../reports';
import { exitCodes, type ExitCode } from '../exit-codes';
import type { Terminal } from '../terminal/terminal';
import type { KeptHistory } from './history-option';
import { loadReports } from './load-reports';

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
  const recorded = history === undefined ? undefined : await record(readRun(folder), history);
  const run = recorded?.run ?? readRun(folder);
  const { indexFile } = await writeReport(run, out);
  terminal.say('');
  terminal.say(renderTerminalSummary(run, { color: terminal.color }));
  terminal.say('');
  terminal.say(`report     ${resolve(indexFile)}`);
  terminal.github.annotate(renderAnnotations(run, terminal.github.prefix));
  terminal.github.summarize(renderMarkdownSummary(run));
  if (recorded !== undefined) terminal.say(`history    ${await recorded.write()}`);
  return isRegression(run.history?.speed) ? exitCodes.thresholdCrossed : exitCodes.ok;
}

async function record(
  run: Reports.Run,
  { file, ...options }: KeptHistory,
): Promise<{ run: Reports.Run; write: () => Promise<string> }> {
  const { readHistory, recordRun, writeHistory, writeRunsPage } = await loadReports();
  const recorded = recordRun(run, readHistory(file), options);
  const write = async (): Promise<string> => {
    writeHistory(file, recorded.history);
    // Behind the run's own page, so that it is linked.
    return writeRunsPage(file, recorded.history);
  };
  return { run: recorded.run, write };
}
