import { resolve } from 'node:path';

import type { K6 } from '../k6';
import { unusableK6Binary } from '../k6-unavailable-error';
import { readUsableK6Version } from '../k6-version';
import { NotThere } from '../not-there';
import { readVariable } from '../programs/environment';
import type { Search } from '../search';

/** The executable that K6_BINARY names; throws K6UnavailableError, which ends the search, where it is unusable. */
export async function k6Binary(search: Search): Promise<K6> {
  const value = readVariable(search.environment, 'K6_BINARY', search.platform);
  if (value === undefined) throw new NotThere('not set');
  const path = resolve(value);
  try {
    return { path, version: await readUsableK6Version(path, search), origin: 'K6_BINARY' };
  } catch (error) {
    throw unusableK6Binary(path, (error as Error).message);
  }
}
