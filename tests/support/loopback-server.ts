import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface LoopbackServer {
  readonly baseUrl: string;
  readonly port: number;
  /** Requests that have arrived. */
  readonly requests: () => number;
  readonly close: () => Promise<void>;
}

/** Starts a server on a free loopback port that answers every request in one way. */
export async function startServer(answer: RequestListener): Promise<LoopbackServer> {
  let requests = 0;
  const server: Server = createServer((request, response) => {
    requests += 1;
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    port,
    requests: () => requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
