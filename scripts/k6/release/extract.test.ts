import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';

import { tarGz, zip } from '../testing/archives';
import { extract } from './extract';

const noLimit = 1_000_000;
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'extract-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function archiveFile(name: string, content: Buffer): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

test.each([
  ['k6.tar.gz', tarGz],
  ['k6.zip', zip],
])('reads a file out of %s', async (name, pack) => {
  const archive = await archiveFile(name, pack('release/k6', 'content'));
  expect((await extract(archive, 'release/k6', noLimit)).toString()).toBe('content');
  await expect(extract(archive, 'release/other', noLimit)).rejects.toThrow(
    'the archive has no release/other',
  );
  await expect(extract(archive, 'release/k6', 6)).rejects.toThrow(/larger than 6 bytes/);
});

test('reads what the tar program of this machine writes', async () => {
  await mkdir(join(folder, 'release'));
  await writeFile(join(folder, 'release/README'), 'hello'.repeat(300));
  await writeFile(join(folder, 'release/k6'), 'content');
  const archive = join(folder, 'k6.tar.gz');
  await promisify(execFile)('tar', ['-C', folder, '-zcf', archive, 'release']);
  expect((await extract(archive, 'release/k6', noLimit)).toString()).toBe('content');
});

test('a damaged tar header is noticed', async () => {
  const tar = gunzipSync(tarGz('release/k6', 'content'));
  tar[0] = 0x78;
  const archive = await archiveFile('k6.tar.gz', gzipSync(tar));
  await expect(extract(archive, 'release/k6', noLimit)).rejects.toThrow('a header has a wrong checksum');
});

test('a tar that ends within a file is noticed', async () => {
  const tar = gunzipSync(tarGz('release/k6', 'content')).subarray(0, 1_024);
  const archive = await archiveFile('k6.tar.gz', gzipSync(tar));
  await expect(extract(archive, 'release/k6', noLimit)).rejects.toThrow('the archive ends within a file');
});
