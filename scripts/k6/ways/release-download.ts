import { createHash } from 'node:crypto';
import { appendFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { addToCache } from '../cache/k6-cache';
import type { K6 } from '../k6';
import { checksumOf } from '../release/checksum';
import { download, type Transfer } from '../release/download';
import { extract } from '../release/extract';
import { platformRelease, type PlatformRelease } from '../release/platform-release';
import type { Search } from '../search';
import { withProgress } from '../voice/with-progress';

const checksumsBytes = 1_000_000;

/** Downloads the official release, unpacks it once its checksum is right, and keeps it in the cache. */
export async function releaseDownload(search: Search): Promise<K6> {
  const release = platformRelease(search);
  search.say(`k6: downloading ${search.pinned.version}, once: ${release.archiveUrl.href}`);
  const path = await addToCache(search, async (folder, file) => {
    const archive = join(folder, release.archiveName);
    await fetchArchive(release, archive, search);
    const { limits, zipReader } = search;
    await writeFile(
      file,
      await extract(archive, release.entry, { maxBytes: limits.executableBytes, zipReader }),
    );
  });
  return { path, version: search.pinned.version, origin: 'download' };
}

async function fetchArchive(release: PlatformRelease, archive: string, search: Search): Promise<void> {
  const documented = checksumOf(release.archiveName, await downloadText(release.checksumsUrl, search));
  const received = await downloadFile(release.archiveUrl, archive, search);
  if (received !== documented) {
    throw new Error(
      `${release.archiveName} has the SHA-256 ${received}, but ${release.checksumsUrl.href} says ${documented}`,
    );
  }
}

async function downloadText(url: URL, search: Search): Promise<string> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of download(url, transfer(search, checksumsBytes))) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

/** Returns the SHA-256 of what was written, in hexadecimal. */
async function downloadFile(url: URL, file: string, search: Search): Promise<string> {
  const hash = createHash('sha256');
  let bytes = 0;
  const write = async (): Promise<void> => {
    for await (const chunk of download(url, transfer(search, search.limits.archiveBytes))) {
      await appendFile(file, chunk);
      hash.update(chunk);
      bytes += chunk.byteLength;
    }
  };
  await withProgress(search, (seconds) => `k6: downloading, ${megabytes(bytes)} MB in ${seconds} s`, write);
  search.say(`k6: ${megabytes(bytes)} MB received`);
  return hash.digest('hex');
}

function transfer({ signal, limits }: Search, maxBytes: number): Transfer {
  return { signal, maxBytes, timeLimitMs: limits.downloadMs };
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1);
}
