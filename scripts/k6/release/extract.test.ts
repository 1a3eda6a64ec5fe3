import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzipSync, gzipSync } from 'node:zlib';

import { tarGz, zip } from '../testing/archives';
import { fakeZipReader, install } from '../testing/fake-programs';
import { zipReaderHere } from '../testing/zip-reader-here';
import { extract } from './extract';

const noLimit = { maxBytes: 1_000_000, zipReader: 'none' };
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

async function expectReads(archive: string, zipReader = 'none'): Promise<void> {
  const means = { ...noLimit, zipReader };
  expect((await extract(archive, 'release/k6', means)).toString()).toBe('content');
  await expect(extract(archive, 'release/other', means)).rejects.toThrow('the archive has no release/other');
  await expect(extract(archive, 'release/k6', { ...means, maxBytes: 6 })).rejects.toThrow(
    /larger than 6 bytes/,
  );
}

test('reads a file out of a .tar.gz', async () => {
  await expectReads(await archiveFile('k6.tar.gz', tarGz('release/k6', 'content')));
});

// Linux has no use for it, and mostly no program.
const reader = zipReaderHere();
(reader === undefined ? describe.skip : describe)('a .zip, read by the bsdtar of this machine', () => {
  const zipReader = reader ?? '';

  test('gives its file', async () => {
    await expectReads(await archiveFile('k6.zip', zip('release/k6', 'content')), zipReader);
  });

  test('is refused where it is none', async () => {
    const broken = await archiveFile('k6.zip', Buffer.from('<html>'));
    await expect(extract(broken, 'release/k6', { ...noLimit, zipReader })).rejects.toThrow(
      /unrecognized archive format/i,
    );
  });
});

// A program that begins with "#!" is none on Windows.
(process.platform === 'win32' ? describe.skip : describe)(
  'a .zip, read by what stands in for a bsdtar',
  () => {
    test('is asked for in words that it understands', async () => {
      const standIn = await install(join(folder, 'tar'), fakeZipReader('release/k6', 'content'));
      await expectReads(await archiveFile('k6.zip', zip('release/k6', 'content')), standIn);
    });
  },
);

test('says which program a .zip misses', async () => {
  const archive = await archiveFile('k6.zip', zip('release/k6', 'content'));
  const zipReader = join(folder, 'no-tar');
  await expect(extract(archive, 'release/k6', { ...noLimit, zipReader })).rejects.toThrow(
    `there is no ${zipReader} to unpack it with`,
  );
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
