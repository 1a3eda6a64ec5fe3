import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { FindK6Options } from '../search';

/** A machine with nothing on it: empty folders, a PATH of one empty folder, and no release to download. */
export interface Surroundings {
  readonly folder: string;
  readonly cacheFolder: string;
  /** The only folder on PATH. */
  readonly bin: string;
  readonly lines: string[];
  readonly options: FindK6Options;
  /** Every file in the cache, by its path within. */
  readonly cachedFiles: () => Promise<string[]>;
  readonly remove: () => Promise<void>;
}

export async function bareSurroundings(): Promise<Surroundings> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'find-k6-')));
  const cacheFolder = join(folder, 'cache');
  const bin = join(folder, 'bin');
  const lines: string[] = [];
  return {
    folder,
    cacheFolder,
    bin,
    lines,
    options: {
      environment: { PATH: bin },
      cacheFolder,
      platform: 'linux',
      arch: 'x64',
      // Refused before anything is sent.
      releaseUrl: 'http://user:password@nowhere.invalid/',
      say: (line) => lines.push(line),
    },
    cachedFiles: () => filesIn(cacheFolder),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => !entry.isDirectory()).map((entry) => join(entry.parentPath, entry.name));
}
