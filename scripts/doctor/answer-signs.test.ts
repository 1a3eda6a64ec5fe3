import { answerSigns } from './answer-signs';

const now = Date.parse('2026-11-23T12:00:00Z');

function signsOf(changes: object): string[] {
  const usable = { usable: true as const, status: 200, durationMs: 12.4, certificateExpires: undefined };
  const headers = { date: 'Mon, 23 Nov 2026 12:00:30 GMT' };
  return answerSigns({ ...usable, headers, ...changes }, now).map(
    ({ well, text }) => `${well ? '✓' : '–'} ${text}`,
  );
}

test('an answer that is well', () => {
  expect(signsOf({})).toEqual([
    '✓ the API answers {} with 200 after 12 ms',
    '✓ a Date header that agrees with the clock of this machine',
  ]);
});

test.each([
  [
    'another status',
    { status: 500 },
    '– the API answers {} with 500 after 12 ms; documented: 200. The contract run will say more',
  ],
  [
    'a clock that is off',
    { headers: { date: 'Mon, 23 Nov 2026 11:50:00 GMT' } },
    "– clocks that agree: the API's differs by 600 s from this machine's",
  ],
  ['no Date', { headers: {} }, '– a Date header: online is judged by the clock of this machine'],
  [
    'a certificate that ends soon',
    { certificateExpires: new Date('2026-12-01T00:00:00Z') },
    '– a TLS certificate that lasts: this one ends on 2026-12-01, in 7 days',
  ],
  [
    'a certificate that lasts',
    { certificateExpires: new Date('2027-12-01T00:00:00Z') },
    '✓ a TLS certificate until 2027-12-01',
  ],
  [
    'an announced rate limit',
    { headers: { 'x-ratelimit-limit': '60', 'x-ratelimit-remaining': '59' } },
    '✓ a rate limit (x-ratelimit-limit: 60, x-ratelimit-remaining: 59); contracts.maxRequestsPerSecond keeps under it',
  ],
  [
    'a rate limit that is reached',
    { status: 429 },
    '– room under the rate limit: the request got 429; the suite waits as Retry-After says',
  ],
])('%s', (_title, changes, sign) => {
  expect(signsOf(changes)).toContain(sign);
});
