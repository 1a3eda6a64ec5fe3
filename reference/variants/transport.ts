import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';

import { jsonAnswer } from '../answers/answer';
import type { Change } from '../behaviour';
import { always, rewriting, withHeaders, type When } from '../faults/hooks';
import { delayed } from '../latency/delayed';
import { parseLatency } from '../latency/parse-latency';
import { payloadOf } from '../send';
import { variantsOf } from './variant';

const bytes = (body: unknown): Buffer => Buffer.from(payloadOf(body) ?? '');

/** 429 for one request of an instance, with this Retry-After. */
function limitingOnce(retryAfter: () => string): Change {
  return (behaviour) => {
    let requests = 0;
    const once: When = () => ++requests === 1;
    return rewriting(once, () => {
      const { status, headers, body } = jsonAnswer(429, { message: 'Too Many Requests' });
      return { status, headers: { ...headers, 'retry-after': retryAfter() }, body };
    })(behaviour);
  };
}

/** Ways to send the same answer. */
export const transportVariants = variantsOf({
  'type-without-charset': [
    'Content-Type without a charset',
    [5],
    rewriting(
      (_call, { body }) => body !== undefined,
      (answer) => ({ ...answer, headers: { 'content-type': 'application/json' }, body: bytes(answer.body) }),
    ),
  ],
  'type-in-capitals': [
    'Content-Type in another case',
    [5],
    rewriting(always, (answer) => ({
      ...answer,
      headers: { ...answer.headers, 'content-type': 'Application/JSON;charset="UTF-8"' },
    })),
  ],
  gzip: [
    'gzip where the client accepts it',
    [5],
    rewriting(
      ({ headers }) => (headers['accept-encoding'] ?? '').includes('gzip'),
      ({ status, headers, body }) => ({
        status,
        headers: { ...headers, 'content-encoding': 'gzip', vary: 'Accept-Encoding' },
        body: gzipSync(bytes(body)),
      }),
    ),
  ],
  chunked: [
    'bodies in chunks, without a Content-Length',
    [20],
    () => ({
      deliver: ({ status, headers, body }, reply) => {
        const whole = bytes(body);
        const middle = whole.length / 2;
        const chunks = Readable.from([whole.subarray(0, middle), whole.subarray(middle)]);
        void reply.code(status).headers(headers).send(chunks);
      },
    }),
  ],
  'indented-json': [
    'JSON with white space',
    [5],
    rewriting(always, (answer) => ({ ...answer, body: JSON.stringify(answer.body, undefined, 4) })),
  ],
  'connection-close': ['a connection for every request', [20], withHeaders({ connection: 'close' }, always)],
  'idle-connections-closed': [
    'a connection that was kept is closed as the next request comes in',
    [20],
    ({ deliver }) => {
      const used = new WeakSet<object>();
      return {
        deliver: (answer, reply, call) => {
          const { socket } = reply.raw;
          if (socket !== null && used.has(socket)) {
            void reply.hijack();
            socket.destroy();
            return;
          }
          if (socket !== null) used.add(socket);
          deliver(answer, reply, call);
        },
      };
    },
  ],
  'more-headers': [
    'headers that nobody asked for',
    [13],
    withHeaders({ 'www-authenticate': 'Bearer', 'x-ratelimit-remaining': '59', 'set-cookie': 'a=b' }, always),
  ],
  slow: ['every answer takes 30 ms', [20], delayed(parseLatency(['30']))],
  'limited-once': ['one 429 that asks for a second', [15], limitingOnce(() => '1')],
  'limited-until': [
    'one 429 that names the time to come back',
    [15],
    limitingOnce(() => new Date(Date.now() + 1_000).toUTCString()),
  ],
});
