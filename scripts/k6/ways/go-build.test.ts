import { mkdir, utimes } from 'node:fs/promises';
import { createServer, type AddressInfo, type Socket } from 'node:net';
import { join } from 'node:path';

import { startSearch, type FindK6Options } from '../search';
import { fakeGo, fakeK6, install, program, writes } from '../testing/fake-programs';
import { bareSurroundings, type Surroundings } from '../testing/surroundings';
import { goBuild } from './go-build';

// Each fake program starts a Node, which takes a while on a busy machine.
jest.setTimeout(30_000);

// The fake programs begin with "#!", which Windows does not know.
const onUnix = process.platform === 'win32' ? describe.skip : describe;

onUnix('goBuild', () => {
  let here: Surroundings;
  const build = async (options: Partial<FindK6Options> = {}): ReturnType<typeof goBuild> =>
    goBuild(await startSearch({ ...here.options, ...options }));

  beforeEach(async () => {
    here = await bareSurroundings();
  });
  afterEach(() => here.remove());

  test('says that Go is missing', async () => {
    await expect(build()).rejects.toThrow('Go is not installed: no go on PATH; it takes 1.25.0 or newer');
  });

  test.each(['1.9.7', '1.24.11', '1.25'])('says that Go %s is too old', async (version) => {
    const go = await install(join(here.bin, 'go'), fakeGo(writes(fakeK6()), version));
    await expect(build()).rejects.toThrow(`${go} is Go ${version}; it takes 1.25.0 or newer`);
  });

  test.each(['1.25.0', '1.25.12', '1.100.0', '2.0.0'])('takes Go %s', async (version) => {
    await install(join(here.bin, 'go'), fakeGo(writes(fakeK6()), version));
    expect(await build()).toMatchObject({ version: '2.2.0', origin: 'go build' });
  });

  test('builds in the module folder, unmoved by the settings of the user', async () => {
    const report = `
      const { GOOS, GOFLAGS, GOWORK, CGO_ENABLED, GOTOOLCHAIN, GOPROXY } = process.env;
      console.error(JSON.stringify({ GOOS, GOFLAGS, GOWORK, CGO_ENABLED, GOTOOLCHAIN, GOPROXY, cwd: process.cwd() }));
      process.exit(1);`;
    await install(join(here.bin, 'go'), fakeGo(report));
    const environment = {
      ...here.options.environment,
      GOOS: 'plan9',
      GOFLAGS: '-mod=vendor -race',
      GOWORK: '/some/go.work',
      GOPROXY: 'https://goproxy.example.org',
    };
    const error = (await build({ environment }).catch((reason: unknown) => reason)) as Error;
    expect(JSON.parse(error.message)).toEqual({
      GOFLAGS: '-mod=readonly',
      GOWORK: 'off',
      CGO_ENABLED: '0',
      GOTOOLCHAIN: 'local',
      GOPROXY: 'https://goproxy.example.org',
      cwd: join(__dirname, '../../../load/k6'),
    });
  });

  test.each<[string, string, string]>([
    ['tells what Go said', "console.error('no such module'); process.exit(1);", 'no such module'],
    ['fails without a word', 'process.exit(2);', 'it ended with exit code 2'],
    ['writes a k6 that does not run', writes(program('process.exit(1)')), '"version" ended with exit code 1'],
    ['writes another version', writes(fakeK6('2.1.0')), 'it is k6 2.1.0, not 2.2.0'],
    ['leaves half a file and fails', `${writes('half')} process.exit(1);`, 'it ended with exit code 1'],
    ['writes nothing', '', 'ENOENT'],
  ])('a build that %s leaves nothing in the cache', async (_kind, lines, reason) => {
    await install(join(here.bin, 'go'), fakeGo(lines));
    await expect(build()).rejects.toThrow(reason);
    expect(await here.cachedFiles()).toEqual([]);
  });

  test('an aborted build is killed and leaves nothing in the cache', async () => {
    const started = await connections();
    // Both the fake Go and the compiler that it starts hold a connection for as long as they live.
    const connect = `require('node:net').connect(${started.port}, '127.0.0.1').resume();`;
    const compiler = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(connect)}]);`;
    await install(join(here.bin, 'go'), fakeGo(`${writes('half')} ${compiler} ${connect}`));
    const abort = new AbortController();
    const building = build({ signal: abort.signal });
    const sockets = [await started.next(), await started.next()];
    abort.abort(new Error('stop'));
    await expect(building).rejects.toThrow('stop');
    await Promise.all(sockets.map(closed));
    expect(await here.cachedFiles()).toEqual([]);
    started.close();
  });

  test('a build that takes too long is killed', async () => {
    await install(join(here.bin, 'go'), fakeGo('setInterval(() => {}, 1000);'));
    await expect(build({ limits: { buildMs: 50 } })).rejects.toThrow('not done after 0.05 s');
    expect(await here.cachedFiles()).toEqual([]);
  });

  test('tidies up after a run that was killed, but not after one that may be at work', async () => {
    const abandoned = await install(join(here.cacheFolder, 'k6/.partial-old/k6'), 'half');
    const recent = await install(join(here.cacheFolder, 'k6/.partial-new/k6'), 'half');
    await mkdir(here.bin, { recursive: true });
    await utimes(join(abandoned, '..'), new Date(0), new Date(0));
    await install(join(here.bin, 'go'), fakeGo(writes(fakeK6())));
    const { path } = await build();
    expect((await here.cachedFiles()).sort()).toEqual([recent, path].sort());
  });
});

interface Connections {
  readonly port: number;
  readonly next: () => Promise<Socket>;
  readonly close: () => void;
}

async function connections(): Promise<Connections> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const arrived: Socket[] = [];
  const waiting: ((socket: Socket) => void)[] = [];
  server.on('connection', (socket) => {
    // A killed program may reset its connection.
    socket.on('error', () => undefined).resume();
    const take = waiting.shift();
    if (take === undefined) arrived.push(socket);
    else take(socket);
  });
  return {
    port: (server.address() as AddressInfo).port,
    next: () =>
      new Promise((resolve) => {
        const socket = arrived.shift();
        if (socket === undefined) waiting.push(resolve);
        else resolve(socket);
      }),
    close: () => {
      server.close();
    },
  };
}

function closed(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.closed) resolve();
    else
      socket.once('close', () => {
        resolve();
      });
  });
}
