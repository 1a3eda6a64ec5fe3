import type { K6 } from '../k6/k6';
import type { Environment } from '../k6/programs/environment';
import { programsOnPath } from '../k6/programs/programs-on-path';
import { startSearch, type Search } from '../k6/search';
import { cachedK6 } from '../k6/ways/cached-k6';
import { k6Binary } from '../k6/ways/k6-binary';
import { k6OnPath } from '../k6/ways/k6-on-path';
import { missing, there, type Sign } from './sign';

const silent = { say: () => undefined, rewrite: () => undefined };

/** Whether load can start at once. Builds and downloads nothing. */
export async function k6Sign(environment: Environment, cacheFolder?: string): Promise<Sign> {
  const search = await startSearch({ ...silent, environment, cacheFolder });
  const k6 = await readyK6(search);
  if (k6 !== undefined) return there(`k6 ${k6.version}, ${k6.path}`);
  const [go] = await programsOnPath('go', search.environment, search.platform);
  const how = go === undefined ? 'downloads' : 'builds';
  return missing(`k6, so far: the first load run ${how} ${search.pinned.version}`);
}

async function readyK6(search: Search): Promise<K6 | undefined> {
  for (const find of [k6Binary, k6OnPath, cachedK6]) {
    try {
      return await find(search);
    } catch {
      // Not there, which the next one may be.
    }
  }
  return undefined;
}
