import type { FastifyReply } from 'fastify';

import type { Answer } from '../../answers/answer';
import type { Change } from '../../behaviour';
import { payloadOf } from '../../send';
import { faultsOf } from '../fault';
import { on, rewriting, rewritingBody, withHeaders } from '../hooks';

const overTenMegabytes = 'x'.repeat(11 * 1024 * 1024);

type Raw = FastifyReply['raw'];

/** Sends 200s by hand, past what Fastify would put right. */
function byHand(transmit: (raw: Raw, answer: Answer, json: string) => void): Change {
  return ({ deliver }) => ({
    deliver: (answer, reply, call) => {
      if (answer.status !== 200) {
        deliver(answer, reply, call);
        return;
      }
      void reply.hijack();
      transmit(reply.raw, answer, String(payloadOf(answer.body)));
    },
  });
}

const half = (json: string): string => json.slice(0, json.length / 2);

/** Writes a part of the body and calls back when it is on its way. */
function begin(raw: Raw, { status, headers }: Answer, part: string, declaredBytes?: number): void {
  const length = declaredBytes === undefined ? {} : { 'content-length': declaredBytes };
  raw.writeHead(status, { ...headers, ...length });
  raw.write(part);
}

/** Answers that break on their way. */
export const transportFaults = faultsOf({
  'connection-closed': [
    'no answer, the connection is closed',
    [20],
    'any/answer/complete',
    byHand((raw) => raw.destroy()),
  ],
  'reset-mid-body': [
    'the connection breaks in the middle of the body',
    [20],
    'any/answer/complete',
    byHand((raw, answer, json) => {
      begin(raw, answer, half(json), Buffer.byteLength(json));
      setImmediate(() => raw.destroy());
    }),
  ],
  'chunks-cut-off': [
    'a chunked body ends without its last chunk',
    [20],
    'any/answer/complete',
    byHand((raw, answer, json) => {
      begin(raw, answer, json);
      setImmediate(() => raw.destroy());
    }),
  ],
  'body-in-latin-1': [
    'a 200 is written in Latin-1',
    [14],
    '200/body',
    rewriting(on(200), (answer) => {
      const body = { ...(answer.body as object), written_in: 'fran\u00e7ais' };
      return { ...answer, body: Buffer.from(JSON.stringify(body), 'latin1') };
    }),
  ],
  'never-answers': ['no answer at all', [20], 'any/answer/complete', byHand(() => undefined)],
  'body-without-end': [
    'a body that goes on for ever',
    [20],
    'any/answer/complete',
    byHand((raw, answer, json) => {
      begin(raw, answer, json);
      const timer = setInterval(() => raw.write(' '), 50);
      raw.on('close', () => {
        clearInterval(timer);
      });
    }),
  ],
  'body-stalls': [
    'a body stops half way, the connection stays open',
    [20],
    'any/answer/complete',
    byHand((raw, answer, json) => {
      begin(raw, answer, half(json), Buffer.byteLength(json));
    }),
  ],
  'body-over-10-mb': [
    'a body of over 10 MB, for one chatroom',
    [20],
    'any/answer/complete',
    rewritingBody(
      ({ id }, { status }) => status === 200 && id === '402',
      (body) => ({ ...body, padding: overTenMegabytes }),
    ),
  ],
  'truncated-json': [
    'a complete answer with half of the JSON',
    [5, 20],
    '200/body',
    rewriting(on(200), (answer) => ({ ...answer, body: half(String(payloadOf(answer.body))) })),
  ],
  'no-http': [
    'something else than HTTP',
    [20],
    'any/answer/complete',
    byHand((raw) => raw.socket?.end('ERROR backend not available\r\n\r\n')),
  ],
  'declared-gzip': [
    'a body that is declared as gzip and is not',
    [5, 20],
    'any/answer/complete',
    withHeaders({ 'content-encoding': 'gzip' }, on(200)),
  ],
});
