import { once } from 'node:events';
import {
  createServer,
  request,
  type Agent,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';

import {
  isStaleConnection,
  limitingAgent,
  maxBodyBytes,
  stopReusing,
  type ResponseWatch,
} from './response-limits';

const patientMs = 60_000;
const impatientMs = 100;
const megabyte = Buffer.alloc(1024 * 1024);

let server: Server;
let agent: Agent;

async function serve(listener: RequestListener): Promise<void> {
  server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
}

afterEach(() => {
  agent.destroy();
  server.closeAllConnections();
  server.close();
});

/** The bytes of a whole answer; rejects where it was cut off. */
function get(): Promise<number> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const sent = request({ port, host: '127.0.0.1', agent }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => {
        resolve(bytes);
      });
      response.on('error', reject);
    });
    sent.on('error', reject);
    sent.end();
  });
}

/** Sends one request to a server that answers like this, and returns what was noted of it. */
async function watched(timeLimitMs: number, listener: RequestListener): Promise<ResponseWatch> {
  const watch: ResponseWatch = {};
  agent = limitingAgent(false, timeLimitMs, () => watch);
  await serve(listener);
  await expect(get()).rejects.toThrow();
  return watch;
}

function writeForever(response: ServerResponse): void {
  if (!response.destroyed)
    response.write(megabyte, () => {
      writeForever(response);
    });
}

it('cuts off an answer that never begins', async () => {
  expect(await watched(impatientMs, () => undefined)).toEqual({
    cutOff: { cause: 'timeout', message: 'it took more than 0.1 s' },
  });
});

it('cuts off an answer that never ends, and knows its status', async () => {
  expect(await watched(impatientMs, (_, response) => response.writeHead(422).write('{'))).toEqual({
    status: 422,
    statusText: 'Unprocessable Entity',
    cutOff: { cause: 'timeout', message: 'it took more than 0.1 s' },
  });
});

it('cuts off an answer that trickles, however lively it is', async () => {
  let trickle: NodeJS.Timeout | undefined;
  const { cutOff } = await watched(impatientMs, (_, response) => {
    trickle = setInterval(() => response.write(' '), 5);
  });
  clearInterval(trickle);
  expect(cutOff?.cause).toBe('timeout');
});

it('cuts off a body above 10 MB', async () => {
  const watch = await watched(patientMs, (_, response) => {
    writeForever(response);
  });
  expect(watch).toEqual({
    status: 200,
    statusText: 'OK',
    cutOff: { cause: 'too-large', message: 'the body is larger than 10 MB' },
  });
});

it('says nothing of a connection that the server closes', async () => {
  expect(await watched(patientMs, ({ socket }) => socket.destroy())).toEqual({});
});

it('lets a body of 10 MB through', async () => {
  const watch: ResponseWatch = {};
  agent = limitingAgent(false, patientMs, () => watch);
  await serve((_, response) => response.end(Buffer.alloc(maxBodyBytes)));
  expect(await get()).toBe(maxBodyBytes);
  expect(watch).toEqual({ status: 200, statusText: 'OK' });
});

it('watches each of the requests that share one connection', async () => {
  const watches: ResponseWatch[] = [];
  agent = limitingAgent(false, patientMs, () => {
    watches.push({});
    return watches.at(-1);
  });
  const ports = new Set<number | undefined>();
  await serve(({ socket }, response) => {
    ports.add(socket.remotePort);
    response.writeHead(200 + ports.size + watches.length).end('{}');
  });
  await get();
  await get();
  expect(watches).toEqual([
    { status: 202, statusText: 'Accepted' },
    { status: 203, statusText: 'Non-Authoritative Information', isReused: true },
  ]);
  expect(ports.size).toBe(1);
});

it('limits no request that nobody watches', async () => {
  agent = limitingAgent(false, 0, () => undefined);
  await serve((_, response) => response.end('{}'));
  expect(await get()).toBe(2);
});

describe('a connection that is closed as the next request is sent', () => {
  it('is stale where it had been kept, and no answer had begun', async () => {
    const watches: ResponseWatch[] = [];
    agent = limitingAgent(false, patientMs, () => {
      watches.push({});
      return watches.at(-1);
    });
    const seen = new WeakSet<object>();
    await serve(({ socket }, response) => {
      if (seen.has(socket)) socket.destroy();
      else response.end('{}');
      seen.add(socket);
    });
    await get();
    await expect(get()).rejects.toThrow('socket hang up');
    const [first = {}, second = {}] = watches;
    expect(isStaleConnection(second, 'ECONNRESET')).toBe(true);
    expect(isStaleConnection(first, 'ECONNRESET')).toBe(false);
    stopReusing(agent);
    await get();
    await get();
    expect(watches.slice(2).map(({ isReused }) => isReused)).toEqual([undefined, undefined]);
  });

  it.each<[string, ResponseWatch, string]>([
    ['a new one', {}, 'ECONNRESET'],
    ['one on which an answer had begun', { isReused: true, status: 200 }, 'ECONNRESET'],
    [
      'one that the suite itself cut off',
      { isReused: true, cutOff: { cause: 'timeout', message: '' } },
      'ECONNRESET',
    ],
    ['one that could not be opened', { isReused: true }, 'ECONNREFUSED'],
  ])('is not stale where it is %s', (_what, watch, cause) => {
    expect(isStaleConnection(watch, cause)).toBe(false);
  });
});
