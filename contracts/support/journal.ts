import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders } from 'node:http';

import type { Attempt } from './attempt';
import type { Exchange, ReceivedResponse, TransportFailure } from './exchange/exchange';
import { decodeBody } from './http/decode-body';

/** What Pactum hands to its hooks: the answer, or the error instead of one. */
export type PactumAnswer = PactumResponse | (Error & { code?: string; responseTime: number });

interface PactumResponse {
  readonly statusCode: number;
  readonly headers: IncomingHttpHeaders;
  readonly buffer: Buffer;
  readonly responseTime: number;
}

/** Turns what Pactum's client reports into an exchange. */
export function exchangeOf({ sent, watch }: Attempt, answer: PactumAnswer): Exchange {
  if (!('statusCode' in answer)) return { request: sent, failure: failureOf(answer, watch) };
  try {
    return { request: sent, response: { ...responseOf(answer), statusText: watch.statusText } };
  } catch (error) {
    const message = `the body does not decode as ${String(answer.headers['content-encoding'])}: ${(error as Error).message}`;
    return { request: sent, failure: { cause: 'encoding', message, status: answer.statusCode } };
  }
}

function responseOf({ statusCode, headers, buffer, responseTime }: PactumResponse): ReceivedResponse {
  const body = decodeBody(buffer, headers['content-encoding']);
  return {
    status: statusCode,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value ?? ''].flat().join(', ')]),
    ),
    text: body.toString('utf8'),
    ...(isUtf8(body) ? {} : { isNotUtf8: true }),
    bytes: buffer.length,
    durationMs: responseTime,
    receivedAtMs: Date.now(),
  };
}

/** What the parser of HTTP means by an error that does not say it. */
const parserHints: Readonly<Record<string, string>> = {
  HPE_INVALID_CONSTANT:
    ': bytes came that belong to no answer; is the Content-Length of the one before too small?',
};

function failureOf(error: Error & { code?: string }, watch: Attempt['watch']): TransportFailure {
  const told = `${error.message}${parserHints[error.code ?? ''] ?? ''}`;
  const { cause, message } = watch.cutOff ?? { cause: error.code ?? 'incomplete', message: told };
  return { cause, message, ...(watch.status === undefined ? {} : { status: watch.status }) };
}
