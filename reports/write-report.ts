import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { renderJunit } from './junit/junit';
import { renderPage } from './page/page';
import type { Run } from './run/run';
import { writeWhole } from './write-whole';

/** Absolute or relative, as the folder was given. */
export interface WrittenReport {
  readonly indexFile: string;
  readonly junitFile: string;
}

/** Writes `index.html` and `junit.xml` into a folder, each whole or not at all. */
export async function writeReport(run: Run, folder: string): Promise<WrittenReport> {
  const report = { indexFile: join(folder, 'index.html'), junitFile: join(folder, 'junit.xml') };
  await mkdir(folder, { recursive: true });
  await writeWhole(report.indexFile, renderPage(run));
  await writeWhole(report.junitFile, renderJunit(run));
  return report;
}
