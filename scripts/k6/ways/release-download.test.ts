import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { findK6 } from '../find-k6';
import { startSearch, type FindK6Options } from '../search';
import { tarGz, zip } from '../testing/archives';
import { fakeK6, fakeZipReader, install, program } from '../testing/fake-programs';
import {
  breaksOff,
  neverEnds,
  redirects,
  sends,
  serveRelease,
  stalls,
  sumLine,
  type Answer,
  type ReleaseServer,
} from '../testing/release-server';
import { bareSurroundings, type Surroundings } from '../testing/surroundings';
import { releaseDownload } from './release-download';

// Each fake program starts a Node, which takes a while on a busy machine.
jest.setTimeout(30_000);

// The fake programs begin with "#!", which Windows does not know.
const onUnix = process.platform === 'win32' ? describe.skip : describe;

const sums = 'k6-v2.2.0-checksums.txt';
const tarName = 'k6-v2.2.0-linux-amd64.tar.gz';
const zipName = 'k6-v2.2.0-macos-arm64.zip';
const goodTar = tarGz('k6-v2.2.0-linux-amd64/k6', fakeK6());
const goodZip = zip('k6-v2.2.0-macos-arm64/k6', fakeK6());

onUnix('releaseDownload', () => {
  let here: Surroundings;
  const servers: ReleaseServer[] = [];

  const serve = async (files: Record<string, Answer>): Promise<ReleaseServer> => {
    const server = await serveRelease(files);
    servers.push(server);
    return server;
  };
  const download = async (
    files: Record<string, Answer>,
    options: Partial<FindK6Options> = {},
  ): ReturnType<typeof releaseDownload> => {
    const { url } = await serve(files);
    return releaseDownload(await startSearch({ ...here.options, releaseUrl: url, ...options }));
  };

  beforeEach(async () => {
    here = await bareSurroundings();
  });
  afterEach(async () => {
    await Promise.all(servers.splice(0).map((server) => server.close()));
    await here.remove();
  });

  test.each<[string, NodeJS.Platform, string, string, Buffer]>([
    ['a .tar.gz for Linux', 'linux', 'x64', tarName, goodTar],
    ['a .zip for macOS', 'darwin', 'arm64', zipName, goodZip],
  ])('takes %s', async (_kind, platform, arch, name, archive) => {
    const files = {
      [sums]: sends(`${'0'.repeat(64)}  k6.rpm\n${sumLine(name, archive)}`),
      [name]: sends(archive),
    };
    const zipReader = await install(
      join(here.folder, 'tar'),
      fakeZipReader('k6-v2.2.0-macos-arm64/k6', fakeK6()),
    );
    const k6 = await download(files, { platform, arch, zipReader });
    const path = join(here.cacheFolder, `k6/2.2.0-${platform}-${arch}/k6`);
    expect(k6).toEqual({ path, version: '2.2.0', origin: 'download' });
    expect(await readFile(path, 'utf8')).toBe(fakeK6());
    expect(await here.cachedFiles()).toEqual([path]);
  });

  test('is the last way of findK6, which finds it in the cache the next time', async () => {
    const { url } = await serve({ [sums]: sends(sumLine(tarName, goodTar)), [tarName]: sends(goodTar) });
    const environment = { ...here.options.environment, K6_RELEASE_URL: `${url}/` };
    const options = { ...here.options, environment, releaseUrl: undefined };
    expect(await findK6(options)).toMatchObject({ origin: 'download' });
    expect(here.lines.slice(-3)).toEqual([
      `k6: downloading 2.2.0, once: ${url}/${tarName}`,
      'k6: 0.0 MB received',
      `k6: 2.2.0, downloaded: ${join(here.cacheFolder, 'k6/2.2.0-linux-x64/k6')}`,
    ]);
    expect(await findK6(options)).toMatchObject({ origin: 'cache' });
  });

  test('two downloads at once leave one whole k6', async () => {
    const files = { [sums]: sends(sumLine(tarName, goodTar)), [tarName]: sends(goodTar) };
    const [one, other] = await Promise.all([download(files), download(files)]);
    expect(one).toEqual(other);
    expect(await here.cachedFiles()).toEqual([one.path]);
  });

  test('follows a redirect to another host', async () => {
    const store = await serve({ 'store/1': sends(goodTar) });
    const k6 = await download({
      [sums]: sends(sumLine(tarName, goodTar)),
      [tarName]: redirects(`${store.url}/store/1`),
    });
    expect(k6.origin).toBe('download');
  });

  test('asks for the archive only when it knows the checksum', async () => {
    const server = await serve({ [sums]: sends(''), [tarName]: sends(goodTar) });
    const search = await startSearch({ ...here.options, releaseUrl: server.url });
    await expect(releaseDownload(search)).rejects.toThrow(`have no line for ${tarName}`);
    expect(server.requested).toEqual([sums]);
  });

  const right = sends(sumLine(tarName, goodTar));
  const consistent = (archive: Buffer): Record<string, Answer> => ({
    [sums]: sends(sumLine(tarName, archive)),
    [tarName]: sends(archive),
  });
  const tampered = tarGz('k6-v2.2.0-linux-amd64/k6', program("console.log('k6 v2.2.0 (tampered)')"));
  test.each<[string, Record<string, Answer>, RegExp, Partial<FindK6Options>?]>([
    [
      'a wrong checksum',
      { [sums]: right, [tarName]: sends(tampered) },
      /has the SHA-256 \w{64}, but http.* says \w{64}/,
    ],
    [
      'a truncated archive',
      { [sums]: right, [tarName]: breaksOff(goodTar) },
      /linux-amd64\.tar\.gz: terminated/,
    ],
    [
      'a missing checksum',
      { [sums]: sends(sumLine('k6.rpm', goodTar)), [tarName]: sends(goodTar) },
      /have no line/,
    ],
    ['no checksums file', { [tarName]: sends(goodTar) }, /checksums\.txt: HTTP 404/],
    ['no archive', { [sums]: right }, /linux-amd64\.tar\.gz: HTTP 404/],
    ['redirects without end', { [sums]: redirects(`/${sums}`) }, /more than 5 redirects/],
    ['a redirect to nowhere', { [sums]: (response) => response.writeHead(302).end() }, /HTTP 302/],
    [
      'an archive without end',
      { [sums]: right, [tarName]: neverEnds },
      /more than the 1 MB/,
      { limits: { archiveBytes: 1e6 } },
    ],
    ['checksums without end', { [sums]: neverEnds }, /checksums\.txt: more than the 1 MB/],
    [
      'an archive that stalls',
      { [sums]: right, [tarName]: stalls },
      /not complete after 0.2 s/,
      { limits: { downloadMs: 200 } },
    ],
    [
      'an executable too large',
      { [sums]: right, [tarName]: sends(goodTar) },
      /larger than 100/,
      { limits: { executableBytes: 100 } },
    ],
    [
      'an archive without k6',
      consistent(tarGz('k6-v2.2.0-linux-amd64/README', 'hello')),
      /the archive has no k6-v2.2.0-linux-amd64\/k6/,
    ],
    ['what is no archive', consistent(Buffer.from('<html>')), /incorrect header check/],
    [
      'a k6 that does not run',
      consistent(tarGz('k6-v2.2.0-linux-amd64/k6', program('process.exit(1)'))),
      /exit code 1/,
    ],
    [
      'another version',
      consistent(tarGz('k6-v2.2.0-linux-amd64/k6', fakeK6('2.1.0'))),
      /it is k6 2\.1\.0, not 2\.2\.0/,
    ],
    [
      'an unsupported platform',
      {},
      /k6 has no release for win32-arm64, only for linux-x64/,
      { platform: 'win32', arch: 'arm64' },
    ],
    ['a release URL of another kind', {}, /not an http or https URL/, { releaseUrl: 'ftp://example.org/' }],
    [
      'a release URL with a password',
      {},
      /^[^@]*without a user and password$/,
      { releaseUrl: 'https://u:p@example.org/' },
    ],
  ])('%s is refused and leaves nothing in the cache', async (_kind, files, reason, options = {}) => {
    await expect(download(files, options)).rejects.toThrow(reason);
    expect(await here.cachedFiles()).toEqual([]);
  });

  test('an aborted download leaves nothing in the cache', async () => {
    const abort = new AbortController();
    const stallsAndAborts: Answer = (response) => {
      stalls(response);
      abort.abort(new Error('stop'));
    };
    const { url } = await serve({ [sums]: right, [tarName]: stallsAndAborts });
    const options = { ...here.options, releaseUrl: url, signal: abort.signal };
    await expect(findK6(options)).rejects.toThrow('stop');
    expect(await here.cachedFiles()).toEqual([]);
  });

  test('a server that cannot be reached is named', async () => {
    const server = await serveRelease({});
    await server.close();
    const search = await startSearch({ ...here.options, releaseUrl: server.url });
    await expect(releaseDownload(search)).rejects.toThrow(
      `${server.url}/${sums}: fetch failed: connect ECONNREFUSED`,
    );
  });
});
