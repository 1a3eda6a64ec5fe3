import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from '../project-folder';

/** Where runs land when --out names no place. */
export const runsFolder = join(projectFolder, 'reports', 'runs');

/** The folder of a new run: --out, or one named for the time and the target. It is made. */
export function makeRunFolder(out: string | undefined, targetName: string, now: Date): string {
  const folder = out ?? join(runsFolder, `${timestamp(now)}-${slug(targetName)}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Takes away what an earlier run left under a name, so that it cannot pass for this run's. */
export function removeEarlier(folder: string, ...names: readonly string[]): void {
  for (const name of names) rmSync(join(folder, name), { force: true });
}

function timestamp(now: Date): string {
  return now
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
    .replaceAll(':', '-');
}

function slug(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return plain === '' ? 'target' : plain.slice(0, 60);
}
