import type { Search } from '../search';

/** The official release's files for one platform. */
export interface PlatformRelease {
  readonly archiveName: string;
  readonly archiveUrl: URL;
  readonly checksumsUrl: URL;
  /** The path of the executable in the archive. */
  readonly entry: string;
}

const archives: Readonly<Record<string, readonly [alias: string, suffix: '.tar.gz' | '.zip']>> = {
  'linux-x64': ['linux-amd64', '.tar.gz'],
  'linux-arm64': ['linux-arm64', '.tar.gz'],
  'darwin-x64': ['macos-amd64', '.zip'],
  'darwin-arm64': ['macos-arm64', '.zip'],
  'win32-x64': ['windows-amd64', '.zip'],
};

/** Throws where k6 has no release for the platform, or where the release's URL is none. */
export function platformRelease(
  search: Pick<Search, 'platform' | 'arch' | 'pinned' | 'releaseUrl'>,
): PlatformRelease {
  const { platform, arch, pinned } = search;
  const archive = archives[`${platform}-${arch}`];
  if (archive === undefined) {
    throw new Error(
      `k6 has no release for ${platform}-${arch}, only for ${Object.keys(archives).join(', ')}`,
    );
  }
  const [alias, suffix] = archive;
  const name = `k6-v${pinned.version}-${alias}`;
  const folder = releaseFolder(search.releaseUrl);
  return {
    archiveName: name + suffix,
    archiveUrl: new URL(name + suffix, folder),
    checksumsUrl: new URL(`k6-v${pinned.version}-checksums.txt`, folder),
    entry: `${name}/k6${platform === 'win32' ? '.exe' : ''}`,
  };
}

function releaseFolder(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const accepted = url !== undefined && /^https?:$/.test(url.protocol) && url.username + url.password === '';
  // The text itself stays out of the message: it may hold a password.
  if (!accepted) throw new Error('K6_RELEASE_URL is not an http or https URL without a user and password');
  return new URL(`${url.origin}${url.pathname.replace(/\/*$/, '/')}`);
}
