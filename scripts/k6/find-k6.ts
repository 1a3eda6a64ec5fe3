import type { K6 } from './k6';
import { K6UnavailableError, nothingWorked, type Attempt } from './k6-unavailable-error';
import { NotThere } from './not-there';
import { messageOf } from './message-of';
import { startSearch, type FindK6Options, type Search } from './search';
import { cachedK6 } from './ways/cached-k6';
import { goBuild } from './ways/go-build';
import { k6Binary } from './ways/k6-binary';
import { k6OnPath } from './ways/k6-on-path';
import { releaseDownload } from './ways/release-download';

interface Way {
  readonly name: K6['origin'];
  /** Throws an Error whose message says why this way leads nowhere. */
  readonly find: (search: Search) => Promise<K6>;
}

const ways: readonly Way[] = [
  { name: 'K6_BINARY', find: k6Binary },
  { name: 'PATH', find: k6OnPath },
  { name: 'cache', find: cachedK6 },
  { name: 'go build', find: goBuild },
  { name: 'download', find: releaseDownload },
];

/** Where a k6 was found, behind its version. */
const places: Readonly<Record<K6['origin'], string>> = {
  K6_BINARY: 'named by K6_BINARY',
  PATH: 'on PATH',
  cache: 'in the cache',
  'go build': 'built',
  download: 'downloaded',
};

/**
 * Finds a k6 2.x, or builds or downloads the pinned one into the cache; says which it is, what takes long, and what it passes over.
 * Throws {@link K6UnavailableError}, whose message is for the user, or the signal's reason.
 */
export async function findK6(options: FindK6Options): Promise<K6> {
  const search = await startSearch(options);
  const attempts: Attempt[] = [];
  for (const { name, find } of ways) {
    search.signal.throwIfAborted();
    try {
      const k6 = await find(search);
      search.say(`k6: ${k6.version}, ${places[name]}: ${k6.path}`);
      return k6;
    } catch (error) {
      search.signal.throwIfAborted();
      if (error instanceof K6UnavailableError) throw error;
      const reason = messageOf(error);
      attempts.push({ way: name, reason });
      if (!(error instanceof NotThere)) search.say(`k6: ${name}: ${reason}`);
    }
  }
  throw nothingWorked(attempts, search);
}
