import { createHash } from 'node:crypto';
import { createServer, type RequestListener, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Answers one request for a file. */
export type Answer = (response: ServerResponse) => void;

/** A loopback server for the files of a release, by their names; anything else is a 404. */
export interface ReleaseServer {
  readonly url: string;
  readonly requested: string[];
  readonly close: () => Promise<void>;
}

export async function serveRelease(files: Readonly<Record<string, Answer>>): Promise<ReleaseServer> {
  const requested: string[] = [];
  const listener: RequestListener = (request, response) => {
    const name = (request.url ?? '').slice(1);
    requested.push(name);
    const answer = files[name] ?? notFound;
    answer(response);
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requested,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

export function sends(content: string | Buffer): Answer {
  return (response) => response.end(content);
}

export function redirects(location: string): Answer {
  return (response) => response.writeHead(302, { location }).end('elsewhere');
}

/** Announces the whole content, sends half of it, and hangs up. */
export function breaksOff(content: Buffer): Answer {
  return (response) => {
    response.writeHead(200, { 'content-length': content.length });
    response.write(content.subarray(0, content.length / 2), () => response.destroy());
  };
}

/** Sends without an end. */
export function neverEnds(response: ServerResponse): void {
  const more = (): void => {
    if (!response.destroyed) response.write(Buffer.alloc(65_536), more);
  };
  more();
}

/** Sends the first bytes, and nothing after them. */
export function stalls(response: ServerResponse): void {
  response.write('PK');
}

export function sumLine(name: string, content: Buffer): string {
  return `${createHash('sha256').update(content).digest('hex')}  ${name}\n`;
}

function notFound(response: ServerResponse): void {
  response.writeHead(404).end('Not Found');
}
