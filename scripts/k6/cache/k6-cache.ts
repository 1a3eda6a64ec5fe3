import { chmod, mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { readK6Version } from '../k6-version';
import type { Search } from '../search';

const partialPrefix = '.partial-';
const abandonedAfterMs = 24 * 60 * 60_000;

/** Where the pinned k6 for this platform is kept: `<cache>/k6/2.2.0-linux-x64/k6`. */
export function cachedFile(search: Search): string {
  const { cacheFolder, pinned, platform, arch } = search;
  return join(cacheFolder, 'k6', `${pinned.version}-${platform}-${arch}`, executableName(search));
}

function executableName({ platform }: Search): string {
  return platform === 'win32' ? 'k6.exe' : 'k6';
}

/** Throws an Error with the reason where the file is not the pinned k6. */
export async function checkPinnedK6(file: string, search: Search): Promise<void> {
  const version = await readK6Version(file, search);
  if (version !== search.pinned.version) throw new Error(`it is k6 ${version}, not ${search.pinned.version}`);
}

/**
 * Has `make` write an executable into a folder of its own, tries it, and moves it into the cache in one
 * step, so that nobody ever sees half a file. The folder is gone afterwards, whatever happened.
 */
export async function addToCache(
  search: Search,
  make: (folder: string, file: string) => Promise<void>,
): Promise<string> {
  const target = cachedFile(search);
  const parent = join(search.cacheFolder, 'k6');
  await mkdir(parent, { recursive: true });
  await removeAbandoned(parent);
  const folder = await mkdtemp(join(parent, partialPrefix));
  try {
    const file = join(folder, executableName(search));
    await make(folder, file);
    await makeDurable(file);
    await checkPinnedK6(file, search);
    search.signal.throwIfAborted();
    await moveIntoPlace(file, target, search);
    return target;
  } finally {
    // Killed compilers may write for a moment longer.
    await rm(folder, { recursive: true, force: true, maxRetries: 10 });
  }
}

/** A run that was killed could not tidy up: its folder goes once nobody can be at work in it. */
async function removeAbandoned(parent: string): Promise<void> {
  for (const name of await readdir(parent)) {
    if (!name.startsWith(partialPrefix)) continue;
    const folder = join(parent, name);
    const modifiedMs = await stat(folder).then(
      ({ mtimeMs }) => mtimeMs,
      () => Date.now(),
    );
    if (Date.now() - modifiedMs > abandonedAfterMs) await rm(folder, { recursive: true, force: true });
  }
}

async function makeDurable(file: string): Promise<void> {
  await chmod(file, 0o755);
  const handle = await open(file, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function moveIntoPlace(file: string, target: string, search: Search): Promise<void> {
  await mkdir(dirname(target), { recursive: true });
  try {
    await rename(file, target);
  } catch (error) {
    // Windows refuses to replace a running executable: that of another run, which is as good.
    await checkPinnedK6(target, search).catch(() => {
      throw error;
    });
  }
}
