import type { RequestListener } from 'node:http';

import { startServer, type LoopbackServer } from '../../tests/support/loopback-server';
import { patientPatch, type Outcome } from './patient-patch';

let server: LoopbackServer;
afterEach(() => server.close());

async function patchTo(answer: RequestListener): Promise<Outcome> {
  server = await startServer(answer);
  const target = { name: 'test', baseUrl: server.baseUrl, token: 'a-token', brands: [], unknownChatroom: 9 };
  return patientPatch(target, { brand: 3, chatroom: 301, body: {} });
}

test('an answer is given with its status and body', async () => {
  const outcome = await patchTo((_, response) => response.writeHead(404).end('gone'));
  expect(outcome).toEqual({ answered: true, status: 404, body: 'gone' });
});

test('of a body that never ends only as much is read as an answer may have', async () => {
  const outcome = await patchTo((_, response) => {
    const more = (): void => {
      while (!response.destroyed && response.write('x'.repeat(65_536)));
    };
    response.on('drain', more);
    more();
  });
  expect(outcome).toMatchObject({ answered: true, status: 200 });
  expect((outcome as { body: string }).body.length).toBeLessThan(11 * 1_024 * 1_024);
});

test('a server error and a closed connection are tried again', async () => {
  const outcome = await patchTo((request, response) => {
    if (server.requests() === 1) response.writeHead(503).end();
    else if (server.requests() === 2) request.socket.destroy();
    else response.end('well');
  });
  expect(outcome).toEqual({ answered: true, status: 200, body: 'well' });
});

test('an answer that drips on beyond the time limit is told as what it is, and asked for once', async () => {
  const outcome = await patchTo((_, response) => {
    const drip = setInterval(() => response.write(' '), 100);
    response.once('close', () => {
      clearInterval(drip);
    });
  });
  expect(outcome).toMatchObject({
    answered: false,
    reason: expect.stringContaining('gave no complete answer within 10 s') as string,
  });
  expect(server.requests()).toBe(1);
});
