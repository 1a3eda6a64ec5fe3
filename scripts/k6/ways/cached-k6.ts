import { rm, stat } from 'node:fs/promises';

import { cachedFile, checkPinnedK6 } from '../cache/k6-cache';
import type { K6 } from '../k6';
import { NotThere } from '../not-there';
import type { Search } from '../search';

/** The pinned k6 that an earlier run left in the cache; a broken one is deleted. */
export async function cachedK6(search: Search): Promise<K6> {
  const path = cachedFile(search);
  const before = await modified(path);
  if (before === undefined) throw new NotThere(`no ${path}`);
  try {
    await checkPinnedK6(path, search);
  } catch (error) {
    search.signal.throwIfAborted();
    // Another run may have put a good one in its place meanwhile.
    if ((await modified(path)) === before) await rm(path, { force: true });
    throw new Error(`${path} is broken and is discarded: ${(error as Error).message}`, { cause: error });
  }
  return { path, version: search.pinned.version, origin: 'cache' };
}

async function modified(file: string): Promise<number | undefined> {
  try {
    return (await stat(file)).mtimeMs;
  } catch {
    return undefined;
  }
}
