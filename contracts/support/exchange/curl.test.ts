import { execFileSync } from 'node:child_process';

import fc from 'fast-check';

import { aRequest, noRedaction } from '../../testing/an-exchange';
import { curlCommand } from './curl';
import type { SentRequest } from './exchange';
import { redactor } from './redact';

const token = 'a token with \'quotes", $HOME and `ticks` \\';
const secrets = { POPSELL_TOKEN: token, POPSELL_FORBIDDEN_TOKEN: 'forbidden-token' };

/** The words that a shell hands to curl, the secrets read from its environment. */
function wordsOf(request: SentRequest, redact = redactor(secrets)): string[] {
  // NUL ends each word: newlines are a part of some.
  const script = `curl() { printf '%s\\0' "$@"; }\n${curlCommand(request, redact)}`;
  const output = execFileSync('sh', ['-c', script], { env: secrets, encoding: 'utf8' });
  return output.split('\0').slice(0, -1);
}

const optionsOf = (words: readonly string[], option: string): (string | undefined)[] =>
  words.flatMap((word, index) => (word === option ? [words[index + 1]] : []));
const headersOf = (request: SentRequest): (string | undefined)[] => optionsOf(wordsOf(request), '-H');

it('reads like this', () => {
  const headers = { Accept: 'application/json', Authorization: `Bearer ${token}`, 'X-Popsell-Brand': '3' };
  expect(curlCommand(aRequest({ headers, body: '{"a":1}' }), redactor(secrets))).toMatchInlineSnapshot(`
    "curl -i --globoff --path-as-is -X PATCH 'https://api.example.org/v2/chat/chatrooms/8' \\
      -H 'Accept: application/json' \\
      -H "Authorization: Bearer $POPSELL_TOKEN" \\
      -H 'X-Popsell-Brand: 3' \\
      -H 'Content-Type:' \\
      --data-raw '{"a":1}'"
  `);
});

it('sends the method, the URL and the body as they were', () => {
  const request = aRequest({ url: 'https://[::1]:1/v2/chat/chatrooms/../{8}?a=1&b=[2]', body: '@file' });
  const words = wordsOf(request);
  expect(words.slice(0, 6)).toEqual(['-i', '--globoff', '--path-as-is', '-X', 'PATCH', request.url]);
  expect(optionsOf(words, '--data-raw')).toEqual(['@file']);
});

it('sends a body of any text as it was', () => {
  const texts = fc.string({
    unit: fc.constantFrom('a', ' ', '\n', "'", '"', '$', '`', '\\', '!', '*', 'é', token),
  });
  fc.assert(
    fc.property(texts, (body) => {
      expect(optionsOf(wordsOf(aRequest({ body })), '--data-raw')).toEqual([body]);
    }),
    { numRuns: 40 },
  );
});

it.each([`Bearer ${token}`, `Bearer x${token}`, `Bearer ${token}x`, `${token}${token}`, 'Basic $(id) $HOME'])(
  'sends the header value %j as it was',
  (value) => {
    expect(headersOf(aRequest({ headers: { Authorization: value } }))).toContain(`Authorization: ${value}`);
  },
);

it('shows no secret in any place', () => {
  const request = aRequest({
    url: `https://api.example.org/${encodeURI('forbidden-token')}`,
    headers: { Authorization: `Bearer ${token}`, 'X-Other': 'forbidden-tokens' },
    body: `{"a":"${token}"}`,
  });
  const command = curlCommand(request, redactor(secrets));
  expect(command).not.toMatch(/quotes|forbidden-token/);
  expect(wordsOf(request)).toEqual(wordsOf(request, noRedaction));
});

it('sends a header without a value, and a repeated one', () => {
  const headers = { Accept: 'a', 'Content-Type': 'b', 'X-Empty': '', 'X-Popsell-Brand': ['3', '4'] };
  expect(headersOf(aRequest({ headers }))).toEqual([
    'Accept: a',
    'Content-Type: b',
    'X-Empty;',
    'X-Popsell-Brand: 3',
    'X-Popsell-Brand: 4',
  ]);
});

it('takes away what curl would add and the request had not', () => {
  expect(headersOf(aRequest({ headers: {}, body: '{}' }))).toEqual(['Accept:', 'Content-Type:']);
  expect(headersOf(aRequest({ headers: { ACCEPT: '*/*' }, body: undefined }))).toEqual(['ACCEPT: */*']);
});

it('sends an empty body, which is another thing than none', () => {
  expect(optionsOf(wordsOf(aRequest({ body: '' })), '--data-raw')).toEqual(['']);
  expect(wordsOf(aRequest({ body: undefined }))).not.toContain('--data-raw');
});

it('lets curl undo the encodings that it asks for', () => {
  const words = wordsOf(aRequest({ headers: { 'Accept-Encoding': 'gzip, deflate, br' } }));
  expect(words).toContain('--compressed');
  expect(words.join(' ')).not.toContain('Accept-Encoding');
});
