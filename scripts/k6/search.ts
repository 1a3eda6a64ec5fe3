import { join, resolve } from 'node:path';

import { readPinnedK6, type PinnedK6 } from './pinned-k6';
import { readVariable, type Environment } from './programs/environment';
import { systemZipReader } from './release/system-zip-reader';
import type { Voice } from './voice/voice';

interface Limits {
  /** For `k6 version` and `go version`: a virus scanner may hold a new file back. */
  readonly versionMs: number;
  readonly buildMs: number;
  /** For each file. */
  readonly downloadMs: number;
  readonly archiveBytes: number;
  readonly executableBytes: number;
}

export interface FindK6Options extends Voice {
  /**
   * K6_BINARY names an executable, PATH is searched for k6 and go, POPSELL_CACHE_DIR replaces `.cache`,
   * K6_RELEASE_URL replaces the folder of the official release. Programs are started with it.
   */
  readonly environment: Environment;
  readonly signal?: AbortSignal | undefined;
  readonly platform?: NodeJS.Platform | undefined;
  readonly arch?: string | undefined;
  /** Holds the folder `k6`; goes before POPSELL_CACHE_DIR. */
  readonly cacheFolder?: string | undefined;
  /** The folder of the release's files; goes before K6_RELEASE_URL. */
  readonly releaseUrl?: string | undefined;
  /** What reads zip archives; without it, the tar of the system. */
  readonly zipReader?: string | undefined;
  /** The folder of the go.mod that pins k6. */
  readonly moduleFolder?: string | undefined;
  readonly limits?: Partial<Limits> | undefined;
}

/** What every way of finding k6 needs: the options with the defaults filled in. */
export interface Search extends Voice {
  readonly environment: Environment;
  readonly signal: AbortSignal;
  readonly platform: NodeJS.Platform;
  readonly arch: string;
  readonly cacheFolder: string;
  readonly releaseUrl: string;
  readonly zipReader: string;
  readonly moduleFolder: string;
  readonly limits: Limits;
  readonly pinned: PinnedK6;
}

const projectFolder = join(__dirname, '../..');

const defaultLimits: Limits = {
  versionMs: 30_000,
  buildMs: 15 * 60_000,
  downloadMs: 10 * 60_000,
  archiveBytes: 200_000_000,
  executableBytes: 400_000_000,
};

export async function startSearch(options: FindK6Options): Promise<Search> {
  const platform = options.platform ?? process.platform;
  const variable = (name: string): string | undefined => readVariable(options.environment, name, platform);
  const moduleFolder = options.moduleFolder ?? join(projectFolder, 'load/k6');
  const pinned = await readPinnedK6(moduleFolder);
  return {
    say: options.say,
    rewrite: options.rewrite,
    environment: options.environment,
    signal: options.signal ?? new AbortController().signal,
    platform,
    arch: options.arch ?? process.arch,
    cacheFolder: resolve(
      options.cacheFolder ?? variable('POPSELL_CACHE_DIR') ?? join(projectFolder, '.cache'),
    ),
    releaseUrl:
      options.releaseUrl ??
      variable('K6_RELEASE_URL') ??
      `https://github.com/grafana/k6/releases/download/v${pinned.version}/`,
    zipReader: options.zipReader ?? systemZipReader(options.environment, platform),
    moduleFolder,
    limits: { ...defaultLimits, ...options.limits },
    pinned,
  };
}
