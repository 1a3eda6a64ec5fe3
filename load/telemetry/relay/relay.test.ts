import { existsSync, mkdtempSync, rmSync, statSync, truncateSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

import { readCollector, type Collector } from './collector';
import { Relay } from './relay';

/** A collector of a test: what it got, and how it answers. */
let server: Server;
let collector: Collector;
let received: { readonly text: string; readonly headers: NodeJS.Dict<string | string[]> }[];
let answer: RequestListener;
let folder: string;
let spoolFile: string;

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'popsell-relay-'));
  spoolFile = join(folder, 'otlp-spool.bin');
  received = [];
  answer = (_request, response) => response.end();
  server = createServer((request, response) => {
    void buffer(request).then((body) => {
      received.push({ text: body.toString(), headers: request.headers });
      answer(request, response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  collector = readCollector(`http://127.0.0.1:${port}`, 'Authorization=Bearer%20a-secret,x-team=chat');
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(folder, { recursive: true });
});

async function pushAll(relay: Relay, texts: readonly string[]): Promise<void> {
  for (const text of texts) await relay.push({ body: Buffer.from(text), gzipped: false });
}

const texts = (): string[] => received.map(({ text }) => text);

function status(code: number): RequestListener {
  return (_request, response) => response.writeHead(code).end();
}

const five = ['a', 'b', 'c', 'd', 'e'];

it('hands on the same bytes, in their order, with the headers of the team, and leaves no file', async () => {
  const relay = await Relay.start(collector, spoolFile);
  await pushAll(relay, five);
  await relay.push({ body: Buffer.from([0x1f, 0x8b]), gzipped: true });
  expect(await relay.close(10_000)).toMatchObject({ delivered: 6, left: 0, lost: 0 });
  expect(texts().slice(0, 5)).toEqual(five);
  expect(received[0]?.headers).toMatchObject({
    authorization: 'Bearer a-secret',
    'x-team': 'chat',
    'content-type': 'application/x-protobuf',
  });
  expect(received[5]?.headers['content-encoding']).toBe('gzip');
  expect(existsSync(spoolFile)).toBe(false);
});

it('tries again where the collector answers 503, and delivers each once', async () => {
  let failures = 2;
  const taken: string[] = [];
  answer = (request, response) => {
    if (failures-- > 0) {
      status(503)(request, response);
      return;
    }
    taken.push(received.at(-1)?.text ?? '');
    response.end();
  };
  const relay = await Relay.start(collector, spoolFile);
  await pushAll(relay, five);
  expect(await relay.close(30_000)).toMatchObject({ delivered: 5, left: 0, lastReason: 'it answered 503' });
  expect(taken).toEqual(five);
});

it('takes exports while the collector does not answer, and keeps them at the end', async () => {
  answer = () => undefined;
  const relay = await Relay.start(collector, spoolFile);
  await pushAll(relay, five);
  expect(await relay.close(300)).toMatchObject({ delivered: 0, left: 5 });

  answer = (_request, response) => response.end();
  received = [];
  const later = await Relay.start(collector, spoolFile);
  expect(await later.close(10_000)).toMatchObject({ delivered: 5, left: 0 });
  expect(texts()).toEqual(five);
});

it('keeps what a collector that is away did not get, and says why', async () => {
  const { url } = collector;
  server.close();
  const relay = await Relay.start({ url, headers: {} }, spoolFile);
  await pushAll(relay, five);
  expect(await relay.close(600)).toMatchObject({ delivered: 0, left: 5, lastReason: 'ECONNREFUSED' });
  expect(existsSync(spoolFile)).toBe(true);
});

it('a refused export stops no other, and stays in the file alone', async () => {
  answer = (request, response) => {
    status(texts().at(-1) === 'b' ? 400 : 200)(request, response);
  };
  const relay = await Relay.start(collector, spoolFile);
  await pushAll(relay, five);
  expect(await relay.close(10_000)).toMatchObject({ delivered: 4, left: 1, lastReason: 'it answered 400' });

  received = [];
  answer = status(200);
  const later = await Relay.start(collector, spoolFile);
  expect(await later.close(10_000)).toMatchObject({ delivered: 1, left: 0 });
  expect(texts()).toEqual(['b']);
});

it('goes on with the file of a process that was killed while it wrote', async () => {
  answer = () => undefined;
  const relay = await Relay.start(collector, spoolFile);
  await pushAll(relay, five);
  await relay.close(100);
  truncateSync(spoolFile, statSync(spoolFile).size - 1);

  answer = status(200);
  received = [];
  const later = await Relay.start(collector, spoolFile);
  await pushAll(later, ['f']);
  expect(await later.close(10_000)).toMatchObject({ delivered: 5, left: 0 });
  expect(texts()).toEqual(['a', 'b', 'c', 'd', 'f']);
});

it('does not follow a redirect with the headers of the team', async () => {
  answer = (_request, response) => response.writeHead(307, { location: `${collector.url}/elsewhere` }).end();
  const relay = await Relay.start(collector, spoolFile);
  await pushAll(relay, ['a']);
  expect(await relay.close(10_000)).toMatchObject({ delivered: 0, left: 1, lastReason: 'it answered 307' });
  expect(received).toHaveLength(1);
});
