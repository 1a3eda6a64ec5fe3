import { gzipSync } from 'node:zlib';

import { aRequest } from '../testing/an-exchange';
import { exchangeOf, type PactumAnswer } from './journal';

const sent = aRequest();
const anAnswer = (headers: Record<string, string | string[]>, buffer: Buffer): PactumAnswer => ({
  statusCode: 200,
  headers,
  buffer,
  responseTime: 5,
});
const anError = (code?: string): PactumAnswer =>
  Object.assign(new Error('socket hang up'), { responseTime: 5, ...(code === undefined ? {} : { code }) });

it('decodes the body, and counts its bytes as they came', () => {
  const buffer = gzipSync('{"message":"é"}');
  const { response } = exchangeOf({ sent, watch: {} }, anAnswer({ 'content-encoding': 'gzip' }, buffer));
  expect(response).toMatchObject({
    status: 200,
    text: '{"message":"é"}',
    bytes: buffer.length,
    durationMs: 5,
  });
});

it('joins repeated headers', () => {
  const answer = anAnswer({ 'set-cookie': ['a=1', 'b=2'] }, Buffer.alloc(0));
  expect(exchangeOf({ sent, watch: {} }, answer).response?.headers).toEqual({ 'set-cookie': 'a=1, b=2' });
});

it('takes a body that is not of its encoding for a failure', () => {
  const answer = anAnswer({ 'content-encoding': 'gzip' }, Buffer.from('plain'));
  expect(exchangeOf({ sent, watch: {} }, answer)).toEqual({
    request: sent,
    failure: {
      cause: 'encoding',
      message: 'the body does not decode as gzip: incorrect header check',
      status: 200,
    },
  });
});

it.each([
  ['the code of an error', {}, 'ECONNRESET', { cause: 'ECONNRESET', message: 'socket hang up' }],
  [
    'an answer that broke off',
    { status: 200 },
    undefined,
    { cause: 'incomplete', message: 'socket hang up', status: 200 },
  ],
  [
    'our own cut',
    { cutOff: { cause: 'timeout', message: 'late' } } as const,
    'ECONNRESET',
    { cause: 'timeout', message: 'late' },
  ],
])('names %s as the cause of a failure', (_name, watch, code, failure) => {
  expect(exchangeOf({ sent, watch }, anError(code))).toEqual({ request: sent, failure });
});
