import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { addToCache } from '../cache/k6-cache';
import type { K6 } from '../k6';
import { NotThere } from '../not-there';
import { k6Package } from '../pinned-k6';
import type { Environment } from '../programs/environment';
import { outputOf } from '../programs/output-of';
import { programsOnPath } from '../programs/programs-on-path';
import { runToEnd } from '../programs/run-to-end';
import type { Search } from '../search';
import { withProgress } from '../voice/with-progress';

interface Go {
  readonly file: string;
  readonly version: string;
}

/** Builds the pinned k6, whose go.sum pins every dependency by hash, into the cache. */
export async function goBuild(search: Search): Promise<K6> {
  const { version } = search.pinned;
  const go = await findGo(search);
  search.say(`k6: building ${version} with Go ${go.version}, once: that takes a minute or two`);
  const path = await withProgress(
    search,
    (seconds) => `k6: building, ${seconds} s`,
    () => addToCache(search, (folder, file) => build(go, folder, file, search)),
  );
  return { path, version, origin: 'go build' };
}

async function findGo(search: Search): Promise<Go> {
  const { environment, platform, pinned } = search;
  const [file] = await programsOnPath('go', environment, platform);
  if (file === undefined)
    throw new NotThere(`Go is not installed: no go on PATH; it takes ${pinned.goVersion} or newer`);
  const output = await outputOf(file, ['version'], {
    ...search,
    environment: { ...environment, GOTOOLCHAIN: 'local' },
    timeLimitMs: search.limits.versionMs,
  });
  const version = /\bgo(\d+(?:\.\d+)*)/.exec(output)?.[1];
  if (version === undefined || isOlder(version, pinned.goVersion)) {
    throw new Error(
      `${file} is Go ${version ?? 'of an unknown version'}; it takes ${pinned.goVersion} or newer`,
    );
  }
  return { file, version };
}

async function build(go: Go, folder: string, file: string, search: Search): Promise<void> {
  const temporaryFolder = join(folder, 'go-build');
  await mkdir(temporaryFolder);
  const timeLimit = AbortSignal.timeout(search.limits.buildMs);
  try {
    // Version control stamps need a git that trusts the checkout, and tell nothing about k6.
    await runToEnd(go.file, ['build', '-trimpath', '-buildvcs=false', '-o', file, k6Package], {
      folder: search.moduleFolder,
      environment: buildEnvironment(search.environment, temporaryFolder),
      signal: AbortSignal.any([search.signal, timeLimit]),
    });
  } catch (error) {
    const tooLong = timeLimit.aborted && !search.signal.aborted;
    throw tooLong ? new Error(`not done after ${search.limits.buildMs / 1_000} s`, { cause: error }) : error;
  }
}

/** Keeps where modules come from and where Go caches; settles what the build would otherwise depend on. */
function buildEnvironment(environment: Environment, temporaryFolder: string): Environment {
  return {
    ...environment,
    CGO_ENABLED: '0',
    // Not empty, because an empty variable gives way to what `go env -w` once wrote.
    GOFLAGS: '-mod=readonly',
    GO111MODULE: 'on',
    GOWORK: 'off',
    GOTOOLCHAIN: 'local',
    GOTMPDIR: temporaryFolder,
    GOOS: undefined,
    GOARCH: undefined,
  };
}

function isOlder(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) < 0;
}
