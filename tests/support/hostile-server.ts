import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

/** Markup, terminal sequences, turned reading directions, and commands of CI systems. */
export const hostileText =
  '</script><script>alert(1)</script><img src=x onerror=alert(2)>"\'></title>]]> ' +
  '\u001b[31mred \u001b]0;title\u0007 \u009b2J \u202egnp.exe \u2067rtl ::error::x ##[error]y';

const printable = hostileText.replace(/\p{Cc}/gu, '');

const bodies: readonly Buffer[] = [
  Buffer.from(JSON.stringify({ message: hostileText, errors: { [hostileText]: [hostileText] } })),
  Buffer.concat([
    Buffer.from('{"text":"'),
    Buffer.from([0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80]),
    Buffer.from('"}'),
  ]),
  Buffer.from(`{"id_chatroom": 8, ${JSON.stringify(hostileText)}: "x", "email": "planted@example.org"}`),
  Buffer.from(`<html>${hostileText}`),
  Buffer.from(JSON.stringify({ message: 'A'.repeat(10 * 1024 * 1024) })),
];
const statuses = [200, 422, 401, 403, 404, 500, 299];

export interface HostileServer {
  readonly baseUrl: string;
  /** Begins anew with a 200, without which a command takes the target for unusable. */
  readonly beginAnew: () => void;
  readonly close: () => void;
}

/** Answers by hand, since Node's own server sends no such reason phrase and no such header. */
export async function startHostileServer(): Promise<HostileServer> {
  let answers = 0;
  const server = createServer((socket) => {
    let received = '';
    socket.on('error', () => undefined);
    socket.setEncoding('latin1').on('data', (chunk: string) => {
      received += chunk;
      for (let rest = afterRequest(received); rest !== undefined; rest = afterRequest(received)) {
        socket.write(answer(answers, authorizationOf(received)));
        answers += 1;
        received = rest;
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v2`,
    beginAnew: () => {
      answers = 0;
    },
    close: () => void server.close(),
  };
}

/** What came behind the first request; undefined until it is whole. */
function afterRequest(text: string): string | undefined {
  const head = /^[\s\S]*?\r\n\r\n/.exec(text)?.[0];
  if (head === undefined) return undefined;
  const isChunked = /transfer-encoding: *chunked/i.test(head);
  const end = isChunked
    ? text.indexOf('0\r\n\r\n', head.length) + 5
    : head.length + Number(/content-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  return end < head.length || text.length < end ? undefined : text.slice(end);
}

function authorizationOf(text: string): string {
  return /^authorization: *(.*)\r$/im.exec(text)?.[1] ?? '';
}

function answer(index: number, authorization: string): Buffer {
  // Ten megabytes now and then: they take their time.
  const body = (index % 25 === 24 ? bodies[4] : bodies[index % 4]) ?? Buffer.alloc(0);
  const head = [
    `HTTP/1.1 ${statuses[index % statuses.length] ?? 200} ${printable}`,
    'Content-Type: application/json; x="</script><img src=x onerror=alert(9)>"',
    `X-Odd: ${printable}`,
    `X-Echo: ${authorization}`,
    'Set-Cookie: session=planted-cookie',
    `Date: ${new Date().toUTCString()}`,
    `Content-Length: ${body.length}`,
  ];
  return Buffer.concat([Buffer.from(`${head.join('\r\n')}\r\n\r\n`), body]);
}
