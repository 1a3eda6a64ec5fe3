import type { K6 } from '../k6';
import { readUsableK6Version } from '../k6-version';
import { NotThere } from '../not-there';
import { programsOnPath } from '../programs/programs-on-path';
import type { Search } from '../search';

/** The first usable k6 on PATH; the ones passed over are named in the error. */
export async function k6OnPath(search: Search): Promise<K6> {
  const passedOver: string[] = [];
  for (const path of await programsOnPath('k6', search.environment, search.platform)) {
    try {
      return { path, version: await readUsableK6Version(path, search), origin: 'PATH' };
    } catch (error) {
      passedOver.push(`${path} is passed over: ${(error as Error).message}`);
    }
  }
  throw passedOver.length === 0 ? new NotThere('no k6 there') : new Error(passedOver.join('; '));
}
