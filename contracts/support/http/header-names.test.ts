import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

import { nameHeaders } from './header-names';
import { limitingAgent } from './response-limits';

it('sends the names of headers as they are given, repeated ones too, and adds none', async () => {
  const names: string[] = [];
  const server = createServer(({ rawHeaders }, response) => {
    names.push(...rawHeaders.filter((_, index) => index % 2 === 0));
    response.end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const agent = limitingAgent(
    false,
    10_000,
    () => ({}),
    (one) => {
      nameHeaders(one, { 'X-Popsell-Brand': ['3', '3'], Accept: '*/*', 'Content-Type': 'application/json' });
    },
  );
  const { port } = server.address() as AddressInfo;
  const headers = { 'x-popsell-brand': ['3', '3'], accept: '*/*' };
  const sent = request({ port, host: '127.0.0.1', agent, headers });
  sent.end();
  await once(sent, 'response');
  agent.destroy();
  server.closeAllConnections();
  server.close();
  expect(names.sort()).toEqual(['Accept', 'Connection', 'Host', 'X-Popsell-Brand', 'X-Popsell-Brand']);
});
