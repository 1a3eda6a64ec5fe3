import type { FastifyReply } from 'fastify';

import type { Answer } from './answers/answer';

/** Sends an answer whole. */
export function send({ status, headers, body }: Answer, reply: FastifyReply): void {
  void reply.code(status).headers(headers).send(payloadOf(body));
}

/** The bytes or text of a body; undefined where there is none. */
export function payloadOf(body: unknown): string | Buffer | undefined {
  if (body === undefined || typeof body === 'string' || Buffer.isBuffer(body)) return body;
  return JSON.stringify(body);
}
