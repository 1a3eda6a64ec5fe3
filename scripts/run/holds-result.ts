import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a folder is that of a run which came to a result. */
export function holdsResult(folder: string): boolean {
  return ['contract.json', 'load.json'].some((name) => existsSync(join(folder, name)));
}
