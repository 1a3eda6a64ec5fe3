import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';

import targetFile from '../targets/reference.json';
import { startReference } from './start-reference';
import { createTestClient } from './testing/exchange';

it('hands out the target that targets/reference.json describes', async () => {
  const { target, baseUrl, close } = await startReference();
  await close();
  const { name, token, forbiddenToken, brands, unknownChatroom } = targetFile;
  expect(target).toEqual({ name, token, forbiddenToken, brands, unknownChatroom, baseUrl });
});

it('closes while a client keeps its connection open, and frees the port', async () => {
  const { baseUrl, port, close } = await startReference();
  const client = createTestClient(baseUrl);
  await client.send();
  await close();
  client.close();
  await expect(startReference({ port }).then((again) => again.close())).resolves.toBeUndefined();
});

it('rejects where the port is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  await expect(startReference({ port })).rejects.toThrow('EADDRINUSE');
  other.close();
});

it('listens on the loopback interface only', async () => {
  const listen = jest.spyOn(http.Server.prototype, 'listen');
  const { close } = await startReference();
  const asked = listen.mock.calls;
  await close();
  expect(asked).toEqual([[expect.objectContaining({ host: '127.0.0.1' })]]);
  listen.mockRestore();
});
