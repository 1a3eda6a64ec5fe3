import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { findK6 } from './find-k6';
import { fakeGo, fakeK6, install, program, writes } from './testing/fake-programs';
import { bareSurroundings, type Surroundings } from './testing/surroundings';

// Each fake program starts a Node, which takes a while on a busy machine.
jest.setTimeout(30_000);

// The fake programs begin with "#!", which Windows does not know.
const onUnix = process.platform === 'win32' ? describe.skip : describe;

onUnix('findK6', () => {
  let here: Surroundings;
  const inCache = (): string => join(here.cacheFolder, 'k6/2.2.0-linux-x64/k6');

  beforeEach(async () => {
    here = await bareSurroundings();
  });
  afterEach(() => here.remove());

  test('takes K6_BINARY before everything else', async () => {
    const own = await install(join(here.folder, 'own/k6'), fakeK6('2.7.1'));
    await install(join(here.bin, 'k6'), fakeK6());
    const environment = { ...here.options.environment, K6_BINARY: own };
    expect(await findK6({ ...here.options, environment })).toEqual({
      path: own,
      version: '2.7.1',
      origin: 'K6_BINARY',
    });
    expect(here.lines).toEqual([`k6: 2.7.1, named by K6_BINARY: ${own}`]);
  });

  test('takes k6 on PATH before the cache', async () => {
    const path = await install(join(here.bin, 'k6'), fakeK6('2.0.3'));
    await install(inCache(), fakeK6());
    expect(await findK6(here.options)).toEqual({ path, version: '2.0.3', origin: 'PATH' });
    expect(here.lines).toEqual([`k6: 2.0.3, on PATH: ${path}`]);
  });

  test('takes the cache before Go', async () => {
    await install(inCache(), fakeK6());
    await install(join(here.bin, 'go'), fakeGo(writes(fakeK6())));
    expect(await findK6(here.options)).toEqual({ path: inCache(), version: '2.2.0', origin: 'cache' });
    expect(here.lines).toEqual([`k6: 2.2.0, in the cache: ${inCache()}`]);
  });

  test('builds with Go before it downloads, and finds the build in the cache afterwards', async () => {
    await install(join(here.bin, 'go'), fakeGo(writes(fakeK6())));
    expect(await findK6(here.options)).toMatchObject({ path: inCache(), origin: 'go build' });
    expect(here.lines).toEqual([
      'k6: building 2.2.0 with Go 1.26.8, once: that takes a minute or two',
      `k6: 2.2.0, built: ${inCache()}`,
    ]);
    expect(await findK6(here.options)).toMatchObject({ path: inCache(), origin: 'cache' });
    expect(await here.cachedFiles()).toEqual([inCache()]);
  });

  describe('K6_BINARY that is unusable ends the search', () => {
    test.each<[string, string | undefined, string]>([
      ['a missing file', undefined, 'there is no such file'],
      ['a k6 1.x', fakeK6('1.4.0'), 'it is k6 1.4.0; this suite needs k6 2.x'],
      ['another program', program("console.log('hello')"), '"version" printed "hello\\n", not "k6 v2.…"'],
      [
        'a program that fails',
        program("console.error('no'); process.exit(3)"),
        '"version" ended with exit code 3: no',
      ],
    ])('%s', async (_kind, text, reason) => {
      const own = join(here.folder, 'own-k6');
      if (text !== undefined) await install(own, text);
      await install(join(here.bin, 'k6'), fakeK6());
      await expect(
        findK6({ ...here.options, environment: { ...here.options.environment, K6_BINARY: own } }),
      ).rejects.toMatchObject({
        name: 'K6UnavailableError',
        message:
          `K6_BINARY is set to ${own}, but ${reason}. ` +
          'Set it to the path of a k6 2.x executable, or unset it to have k6 looked for elsewhere.',
      });
    });

    test('a file that is not executable', async () => {
      const own = join(here.folder, 'own-k6');
      await writeFile(own, fakeK6(), { mode: 0o644 });
      await expect(findK6({ ...here.options, environment: { K6_BINARY: own } })).rejects.toThrow(
        `K6_BINARY is set to ${own}, but it is not an executable file. `,
      );
    });
  });

  test('passes over a k6 1.x on PATH, and says so', async () => {
    const old = await install(join(here.bin, 'k6'), fakeK6('1.4.0'));
    await install(inCache(), fakeK6());
    expect(await findK6(here.options)).toMatchObject({ origin: 'cache' });
    expect(here.lines).toContain(`k6: PATH: ${old} is passed over: it is k6 1.4.0; this suite needs k6 2.x`);
  });

  test('takes the k6 2.x that stands behind a 1.x on PATH', async () => {
    await install(join(here.bin, 'k6'), fakeK6('1.4.0'));
    const second = await install(join(here.folder, 'second/k6'), fakeK6('2.1.0'));
    const environment = { PATH: `${here.bin}:relative::${join(here.folder, 'second')}` };
    expect(await findK6({ ...here.options, environment })).toMatchObject({ path: second, origin: 'PATH' });
  });

  test.each([
    ['cut off', ''],
    ['of another version', fakeK6('2.1.0')],
    ['that fails', program('process.exit(1)')],
  ])('replaces a cached k6 %s', async (_kind, text) => {
    await install(inCache(), text);
    await install(join(here.bin, 'go'), fakeGo(writes(fakeK6())));
    expect(await findK6(here.options)).toMatchObject({ path: inCache(), origin: 'go build' });
    expect(here.lines[0]).toContain(`k6: cache: ${inCache()} is broken and is discarded: `);
    expect(await findK6(here.options)).toMatchObject({ origin: 'cache' });
  });

  test('discards a broken cached k6 even where nothing replaces it', async () => {
    await install(inCache(), program('process.exit(1)'));
    await expect(findK6(here.options)).rejects.toThrow('no way of getting it worked');
    expect(await here.cachedFiles()).toEqual([]);
  });

  test('keeps the cache where POPSELL_CACHE_DIR says', async () => {
    const elsewhere = join(here.folder, 'elsewhere');
    const file = await install(join(elsewhere, 'k6/2.2.0-linux-x64/k6'), fakeK6());
    const environment = { ...here.options.environment, POPSELL_CACHE_DIR: elsewhere };
    expect(await findK6({ ...here.options, environment, cacheFolder: undefined })).toMatchObject({
      path: file,
    });
  });

  test('two searches at once leave one whole k6', async () => {
    await install(join(here.bin, 'go'), fakeGo(writes(fakeK6())));
    const found = await Promise.all([findK6(here.options), findK6(here.options), findK6(here.options)]);
    expect(found.map(({ path }) => path)).toEqual([inCache(), inCache(), inCache()]);
    expect(await here.cachedFiles()).toEqual([inCache()]);
    expect(await findK6(here.options)).toMatchObject({ origin: 'cache' });
  });

  test('an empty K6_BINARY counts as not set', async () => {
    await install(inCache(), fakeK6());
    const environment = { ...here.options.environment, K6_BINARY: '' };
    expect(await findK6({ ...here.options, environment })).toMatchObject({ origin: 'cache' });
  });

  test('where nothing works, one error says what was tried and what helps', async () => {
    const options = { ...here.options, platform: 'freebsd', releaseUrl: undefined } as const;
    const error: unknown = await findK6(options).catch((reason: unknown) => reason);
    expect((error as Error).message.replaceAll(here.folder, '')).toMatchInlineSnapshot(`
      "The load test needs k6, and no way of getting it worked:
        - K6_BINARY: not set
        - PATH: no k6 there
        - cache: no /cache/k6/2.2.0-freebsd-x64/k6
        - go build: Go is not installed: no go on PATH; it takes 1.25.0 or newer
        - download: k6 has no release for freebsd-x64, only for linux-x64, linux-arm64, darwin-x64, darwin-arm64, win32-x64
      Any one of these helps:
        - set K6_BINARY to the path of a k6 2.x executable
        - install k6 2.x so that it is on PATH: https://grafana.com/docs/k6/latest/set-up/install-k6/
        - install Go 1.25.0 or newer, with access to a Go module proxy: https://go.dev/dl/
        - allow downloads from github.com, or set K6_RELEASE_URL to the URL of a folder with the files of
          https://github.com/grafana/k6/releases/tag/v2.2.0"
    `);
    expect(error).toMatchObject({
      attempts: [
        { way: 'K6_BINARY' },
        { way: 'PATH' },
        { way: 'cache' },
        { way: 'go build' },
        { way: 'download' },
      ],
    });
  });

  test('a cache that cannot be written is a reason, not a crash', async () => {
    await writeFile(here.cacheFolder, 'a file where the folder should be');
    await install(join(here.bin, 'go'), fakeGo(writes(fakeK6())));
    await expect(findK6(here.options)).rejects.toThrow(/- go build: E[A-Z]+: .*mkdir/);
  });

  test('a search that was aborted before it began does nothing', async () => {
    await install(inCache(), fakeK6());
    const signal = AbortSignal.abort(new Error('stop'));
    await expect(findK6({ ...here.options, signal })).rejects.toThrow('stop');
    expect(here.lines).toEqual([]);
  });
});
