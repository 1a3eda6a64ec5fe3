import { accessSync, constants, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

import { UsageError } from '../exit-codes';
import { projectFolder } from '../project-folder';

/** Where runs land when --out names no place. */
export const runsFolder = join(projectFolder, 'reports', 'runs');

/** The folder of a new run: --out, or one named for the time and the target. It is made. */
export function makeRunFolder(out: string | undefined, targetName: string, now: Date): string {
  refuseUnwritable(out);
  const folder = out ?? join(runsFolder, `${timestamp(now)}-${slug(targetName)}`);
  mkdirSync(folder, { recursive: true });
  return folder;
}

/** Throws a {@link UsageError} where --out could not be written to: better before the run than after. */
export function refuseUnwritable(out = runsFolder): void {
  const nearest = nearestThere(resolve(out));
  const accepted = 'accepted: --out with a folder that can be written to; it need not be there yet';
  if (!statSync(nearest).isDirectory()) throw new UsageError(`${nearest} is no folder; ${accepted}`);
  try {
    accessSync(nearest, constants.W_OK);
  } catch {
    throw new UsageError(`${nearest} cannot be written to; ${accepted}`);
  }
}

function nearestThere(path: string): string {
  return existsSync(path) || dirname(path) === path ? path : nearestThere(dirname(path));
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
