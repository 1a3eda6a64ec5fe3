import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { carriedFile } from './history/carried-history';
import { historyText } from './history/history-text';
import { renderJunit } from './junit/junit';
import { renderPage } from './page/page';
import type { Run } from './run/run';
import { renderBadge } from './summary/badge';
import { renderMarkdownSummary } from './summary/markdown';
import { writeWhole } from './write-whole';

/** Absolute or relative, as the folder was given. */
export interface WrittenReport {
  readonly indexFile: string;
  readonly junitFile: string;
}

/**
 * Writes `index.html`, `junit.xml`, `summary.md` and `badge.json` into a folder, each whole or not at all; and, for a run with
 * a history, what rendering it again needs of that.
 */
export async function writeReport(run: Run, folder: string): Promise<WrittenReport> {
  const report = { indexFile: join(folder, 'index.html'), junitFile: join(folder, 'junit.xml') };
  await mkdir(folder, { recursive: true });
  await writeWhole(report.indexFile, renderPage(run));
  await writeWhole(report.junitFile, renderJunit(run));
  await writeWhole(join(folder, 'summary.md'), renderMarkdownSummary(run));
  await writeWhole(join(folder, 'badge.json'), renderBadge(run));
  if (run.history !== undefined) {
    const { known, gates } = run.history;
    await writeWhole(join(folder, carriedFile), historyText({ gates, runs: [...known] }));
  }
  return report;
}
