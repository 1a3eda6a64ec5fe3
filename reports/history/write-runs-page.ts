import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

import type { HistoryFile } from '../../schemas/generated/types';
import { writeWhole } from '../write-whole';
import { renderRunsPage, runsPageGenerator } from './runs-page';

/**
 * Writes the page over all runs beside the history file: index.html, or runs.html where somebody else's index.html,
 * such as a run's own, is there. Runs whose folders lie beside the file are linked.
 */
export async function writeRunsPage(historyFile: string, history: HistoryFile): Promise<string> {
  const folder = dirname(historyFile);
  const index = join(folder, 'index.html');
  const file = isOurs(index) ? index : join(folder, 'runs.html');
  const page = renderRunsPage(history, ({ name }) => {
    const isThere = existsSync(join(folder, name, 'index.html'));
    return isThere ? `${encodeURIComponent(name)}/index.html` : undefined;
  });
  await writeWhole(file, page);
  return file;
}

function isOurs(file: string): boolean {
  return !existsSync(file) || readFileSync(file, 'utf8').slice(0, 2_000).includes(runsPageGenerator);
}
