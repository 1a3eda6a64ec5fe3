import Ajv from 'ajv/dist/2020';

import type { Violation } from '../../schemas/generated/types';
import type { LoggedExchange } from '../support/evidence/exchange-log';
import { recordExchange } from '../support/exchange/record-exchange';
import { anExchange, aRequest, noRedaction } from '../testing/an-exchange';
import { aViolation } from '../testing/evidence';
import { harOf, type Har } from './har';

const text = { type: 'string' };
const number = { type: 'number' };
const object = (properties: Record<string, object>, optional: Record<string, object> = {}): object => ({
  type: 'object',
  properties: { ...properties, ...optional, comment: text },
  required: Object.keys(properties),
  additionalProperties: false,
});
const pairs = { type: 'array', items: object({ name: text, value: text }) };
const message = { httpVersion: text, cookies: pairs, headers: pairs, headersSize: number, bodySize: number };

/** What HAR 1.2 requires of the fields that are used here. */
const har = object({
  log: object({
    version: { const: '1.2' },
    creator: object({ name: text, version: text }),
    entries: {
      type: 'array',
      items: object({
        startedDateTime: { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\dT.*Z$' },
        time: { type: 'number', minimum: 0 },
        request: object(
          { method: text, url: text, queryString: pairs, ...message },
          { postData: object({ mimeType: text, text }) },
        ),
        response: object({
          status: { type: 'integer' },
          statusText: text,
          content: object({ size: number, mimeType: text }, { text }),
          redirectURL: text,
          ...message,
        }),
        cache: object({}),
        timings: object({ send: number, wait: number, receive: number }),
      }),
    },
  }),
});

const startedAt = '2024-01-01T00:00:00.000Z';
const at = (second: number, ...exchange: Parameters<typeof anExchange>): LoggedExchange => ({
  startedAt: new Date(Date.parse(startedAt) + second * 1_000).toISOString(),
  exchange: recordExchange(anExchange(...exchange), noRedaction),
});
const violating = ({ exchange }: LoggedExchange): Violation => ({
  ...aViolation({ exchange }),
  waived: false,
});
const urlsOf = ({ log }: Har): string[] => log.entries.map(({ request }) => request.url);

it('has the shape of HAR 1.2', () => {
  const failure = { cause: 'ECONNRESET', message: 'socket hang up' };
  const logged = [
    at(1, { body: { id_chatroom: 8 } }),
    at(
      2,
      { status: 302, headers: { location: '/login' }, text: 'x'.repeat(5_000) },
      { url: 'http://a/?b=c' },
    ),
    at(3, {}, { body: undefined, headers: {} }),
    {
      startedAt,
      exchange: recordExchange({ request: aRequest(), failure }, noRedaction),
    },
  ];
  const validate = new Ajv({ allErrors: true }).compile(har);
  validate(JSON.parse(JSON.stringify(harOf(logged, [violating(at(9))], startedAt))));
  expect(validate.errors).toBeNull();
});

it('orders exchanges by time and says which show a violation', () => {
  const [early, late] = [at(1, {}, { url: 'http://a/early' }), at(2, {}, { url: 'http://a/late' })];
  const archive = harOf([late, early], [violating(late)], startedAt);
  expect(urlsOf(archive)).toEqual(['http://a/early', 'http://a/late']);
  expect(archive.log.entries.map(({ comment }) => comment)).toEqual([undefined, 'violates 200/body/source']);
});

it('keeps every violation, logged or not, and at most 3,000 others', () => {
  const others = Array.from({ length: 3_100 }, (_, index) => at(index, {}, { url: `http://a/${index}` }));
  const unlogged = violating(at(0, {}, { url: 'http://a/unlogged' }));
  const last = violating(others[3_099] ?? at(0));
  const urls = urlsOf(harOf(others, [unlogged, last], startedAt));
  expect(urls).toHaveLength(3_002);
  expect(urls).toEqual(expect.arrayContaining(['http://a/unlogged', 'http://a/3099', 'http://a/2999']));
  expect(urls).not.toContain('http://a/3000');
});

it('says why no answer came, and where a body was cut', () => {
  const failure = { cause: 'ECONNRESET', message: 'socket hang up' };
  const unanswered = { startedAt, exchange: recordExchange({ request: aRequest(), failure }, noRedaction) };
  const [first, second] = harOf([unanswered, at(1, { text: 'x'.repeat(5_000) })], [], startedAt).log.entries;
  expect(first).toMatchObject({ comment: 'no whole answer: socket hang up', response: { status: 0 } });
  expect(second?.response.content.comment).toBe('cut at 4 kB');
});
