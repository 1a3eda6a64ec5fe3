import type { RecordedExchange } from '../../../schemas/generated/types';
import { anExchange, aRequest, noRedaction } from '../../testing/an-exchange';
import { recordExchange } from './record-exchange';
import { redactor } from './redact';

const token = 'a-token-of-some-length';
const record = (...exchange: Parameters<typeof anExchange>): RecordedExchange =>
  recordExchange(anExchange(...exchange), redactor({ POPSELL_TOKEN: token }));

it('keeps the request and its answer, with a command', () => {
  const { request, response, curl } = record({ body: { id_chatroom: 8 } });
  expect(request).toEqual({ ...aRequest() });
  expect(response).toEqual({
    status: 200,
    headers: { 'content-type': 'application/json' },
    body: '{"id_chatroom":8}',
    bodyBytes: 17,
    durationMs: 12.3,
  });
  expect(curl).toMatch(/^curl /);
});

it('redacts every place', () => {
  const recorded = record(
    { text: token, headers: { 'x-echo': token } },
    { url: `https://api.example.org/${token}`, headers: { Authorization: `Bearer ${token}` }, body: token },
  );
  expect(JSON.stringify(recorded)).not.toContain(token);
});

it.each([
  [4_096, 'x'.repeat(4_096)],
  [4_097, `${'x'.repeat(4_096)}… (1 characters more)`],
])('of a body of %d characters keeps 4 kB', (length, kept) => {
  const { request, response } = record({ text: 'x'.repeat(length) }, { body: 'x'.repeat(length) });
  expect([request.body, response?.body]).toEqual([kept, kept]);
});

it('leaves no part of a token where it cuts', () => {
  const text = `${'x'.repeat(4_090)}${token}`;
  expect(record({ text }, { body: text }).response?.body).toBe(
    `${'x'.repeat(4_090)}$POPSE… (8 characters more)`,
  );
});

it('tells no body from an empty one', () => {
  expect(record({}, { body: undefined }).request.body).toBeNull();
  expect(record({}, { body: '' }).request.body).toBe('');
});

it('joins repeated headers', () => {
  const { headers } = record({}, { headers: { 'X-Popsell-Brand': ['3', '4'] } }).request;
  expect(headers).toEqual({ 'X-Popsell-Brand': '3, 4' });
});

it('keeps why no answer came', () => {
  const failure = { cause: 'ECONNRESET', message: `socket hang up, ${token}` };
  const { response, error } = recordExchange(
    { request: aRequest(), failure },
    redactor({ POPSELL_TOKEN: token }),
  );
  expect([response, error]).toEqual([null, 'socket hang up, $POPSELL_TOKEN']);
});

it('has no error where an answer came', () => {
  expect(recordExchange(anExchange(), noRedaction)).not.toHaveProperty('error');
});

it('blanks personal data in answers, and in requests that send it back', () => {
  const body = '{"email":"ada@example.org","customer_id":"c-1042"}';
  const { request, response } = anExchange({ body: {} });
  const recorded = recordExchange(
    { request: { ...request, body }, response: response && { ...response, text: body } },
    noRedaction,
  );
  const text = JSON.stringify(recorded);
  expect(text).not.toMatch(/ada@|c-1042/);
  expect(recorded.curl).toContain('"email":"[redacted]"');
});
