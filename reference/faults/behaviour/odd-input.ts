import { jsonAnswer } from '../../answers/answer';
import type { Call } from '../../call';
import { parseObject } from '../../checks/update';
import { faultsOf, type FaultRow } from '../fault';
import { answering, crashing, sentValue } from '../hooks';

/** A 500 for requests that have got past the token and hold one kind of odd input. */
function crash(
  description: string,
  breaks: string | readonly string[],
  odd: (call: Call) => boolean,
): FaultRow {
  const when = (call: Call, { status }: { readonly status: number }): boolean => status !== 401 && odd(call);
  return [`500 for ${description}`, [10], breaks, crashing(when)];
}

const value =
  (odd: (value: unknown) => boolean) =>
  (call: Call): boolean =>
    odd(sentValue(call));

const text = (pattern: RegExp) => value((sent) => typeof sent === 'string' && pattern.test(sent));

const brand =
  (pattern: RegExp) =>
  ({ headers }: Call): boolean =>
    pattern.test(String(headers['x-popsell-brand'] ?? ''));

const field = '422/body/established_dialogue';
const oddRequest = 'any/answer/status';
const deepNesting = /^(?:\s*[[{]){500}/;

/** Input that nobody thought of. */
export const oddInputFaults = faultsOf({
  '500-for-malformed-json': crash(
    'malformed JSON',
    ['422/json/malformed', oddRequest],
    ({ body }) => body !== '' && !isJson(body),
  ),
  '500-for-empty-body': crash('an empty body', oddRequest, ({ body }) => body === ''),
  '500-for-array-body': crash('a list as the body', '422/json/array', ({ body }) => body.startsWith('[')),
  '500-for-null-body': crash('null as the body', '422/json/null', ({ body }) => body.trim() === 'null'),
  '500-for-text-body': crash('a text as the body', '422/json/scalar', ({ body }) => body.startsWith('"')),
  '500-for-deep-nesting': crash('deep nesting', '422/json/array', ({ body }) => deepNesting.test(body)),
  '500-for-mistyped-ambassadors': crash('ambassadors that are no list of objects', oddRequest, ({ body }) =>
    /"ambassadors":(?:"|\[1)/.test(body),
  ),
  '500-for-long-ids': crash('ids beyond 53 bits', '404/id/out-of-range', ({ id }) => /^9\d{15}$/.test(id)),
  '500-for-long-token': [
    '500 for a token of more than 2,000 characters',
    [10, 13],
    '401/token/unknown',
    crashing(({ headers }) => (headers.authorization ?? '').length > 2_000),
  ],
  '500-for-null': crash(
    'a value of null',
    `${field}/null`,
    value((sent) => sent === null),
  ),
  '500-for-boolean': crash(
    'a boolean',
    `${field}/boolean`,
    value((sent) => typeof sent === 'boolean'),
  ),
  '500-for-number': crash(
    'a number',
    [`${field}/number`, `${field}/epoch`],
    value((sent) => typeof sent === 'number'),
  ),
  '500-for-array': crash('a list', `${field}/array`, value(Array.isArray)),
  '500-for-object': crash(
    'an object',
    `${field}/object`,
    value((sent) => typeof sent === 'object' && sent !== null && !Array.isArray(sent)),
  ),
  '500-for-empty-text': crash('an empty text', `${field}/empty`, text(/^$/)),
  '500-for-other-text': crash(
    'a text without any digit',
    [`${field}/text`, `${field}/empty`, `${field}/long-text`],
    text(/^\D+$/),
  ),
  '500-for-long-text': crash('a text of thousands of characters', `${field}/long-text`, text(/^[^]{4000}/)),
  '500-for-impossible-day': crash('February 30th', `${field}/impossible-day`, text(/^\d{4}-02-30/)),
  '500-for-offset': crash(
    'an offset',
    [
      '200/date-time/offset',
      '200/date-time/widest-offset',
      '200/date-time/utc',
      `${field}/impossible-time`,
      `${field}/text`,
      oddRequest,
    ],
    text(/T.*[+-]\d\d:\d\d$/),
  ),
  '500-for-nanoseconds': crash(
    'nine fraction digits',
    ['200/date-time/fraction', oddRequest],
    text(/\.\d{9}/),
  ),
  '500-for-year-9999': crash('the year 9999', ['200/date-time/range', oddRequest], text(/^9999-/)),
  '500-for-early-year': crash(
    'years before 1000',
    [oddRequest, '200/fuzz/date-time'],
    text(/^0\d{3}-\d[1-9]-/),
  ),
  '500-for-year-10000': crash(
    'an instant that is in the year 10000 in UTC',
    oddRequest,
    text(/^9999-12-31T23:59:59-/),
  ),
  '500-for-repeated-value': crash('a value twice', oddRequest, ({ body }) =>
    /^\{"established_dialogue".*"established_dialogue"/.test(body),
  ),
  '500-for-prototype': crash(
    'a field named __proto__',
    oddRequest,
    ({ body }) => body === '{"__proto__":{}}',
  ),
  '500-for-backslashes': crash('a backslash in a value', `${field}/text`, text(/\\/)),
  '500-for-xml': crash('application/xml', oddRequest, ({ headers }) =>
    /\bxml\b/.test(headers['content-type'] ?? ''),
  ),
  '500-for-operators': crash(
    'a field whose name begins with a dollar sign',
    [oddRequest, `${field}/object`],
    ({ body }) => /[{,]"\$/.test(body),
  ),
  '500-for-many-fields': crash(
    'a hundred fields',
    oddRequest,
    ({ body }) => Object.keys(parseObject(body) ?? {}).length >= 100,
  ),
  '500-for-nul-in-id': crash('an id with a NUL', oddRequest, ({ id }) => id.includes('\0')),
  '500-for-text-brand': crash(
    'a brand that is a text',
    '422/header/X-Popsell-Brand/text',
    brand(/^[a-z]+$/i),
  ),
  '500-for-huge-brand': crash(
    'a brand beyond int32',
    ['422/header/X-Popsell-Brand/unknown', oddRequest],
    brand(/^\d{10,}$/),
  ),
  '500-for-unknown-brand': crash(
    'an unknown brand',
    ['422/header/X-Popsell-Brand/unknown', '403/token/forbidden', oddRequest],
    (call) => brand(/^\d+$/)(call) && call.brandId === undefined,
  ),
  '500-for-text-id': crash('an id that is a text', ['404/id/text', oddRequest], ({ id }) =>
    /^[a-z]/i.test(id),
  ),
  '500-for-huge-id': crash('an id beyond int64', ['404/id/out-of-range', oddRequest], ({ id }) =>
    /^\d{20,}$/.test(id),
  ),
  '500-for-negative-id': crash('a negative id', '404/id/negative', ({ id }) => /^-\d/.test(id)),
  '500-for-unknown-chatroom': crash(
    'an unknown chatroom',
    '404/chatroom/unknown',
    ({ id, chatroom }) => id === '999999999' && !chatroom,
  ),
  '500-for-id-of-thousands-of-digits': crash('an id of 3,001 digits', oddRequest, ({ id }) =>
    /^\d{3001}/.test(id),
  ),
  '500-for-brand-of-thousands-of-digits': crash('a brand of 3,001 digits', oddRequest, brand(/^\d{3001}/)),
  '500-for-large-body': crash('a body of 64 kB', oddRequest, ({ body }) => body.length > 65_536),
  '500-for-infinity': crash(
    'a number beyond all floats',
    `${field}/number`,
    value((sent) => sent === Infinity),
  ),
  '500-for-number-beyond-64-bits': crash(
    'an integer beyond 64 bits',
    `${field}/number`,
    value((sent) => typeof sent === 'number' && Number.isFinite(sent) && sent > 2 ** 64),
  ),
  '500-for-thousands-of-digits': crash('a number of 3,001 digits', `${field}/number`, ({ body }) =>
    /\d{3001}/.test(body),
  ),
  '500-for-nan': crash('NaN as a value', '422/json/malformed', ({ body }) => body.endsWith(':NaN}')),
  '500-for-half-a-surrogate-pair': crash('half of a surrogate pair', `${field}/text`, ({ body }) =>
    body.endsWith('"\\ud800"}'),
  ),
  '500-for-missing-content-type': crash(
    'no Content-Type',
    oddRequest,
    ({ headers }) => headers['content-type'] === undefined,
  ),
  '500-for-lower-case-scheme': crash('bearer in lower case', oddRequest, ({ headers }) =>
    (headers.authorization ?? '').startsWith('bearer'),
  ),
  '414-for-long-id': [
    '414 for an id of hundreds of digits',
    [15],
    ['404/id/out-of-range', oddRequest],
    answering(jsonAnswer(414, { message: 'URI Too Long' }), ({ id }) => id.length > 200),
  ],
  '431-for-long-brand': [
    '431 for a brand of a thousand digits',
    [11, 15],
    '422/header/X-Popsell-Brand/unknown',
    answering(jsonAnswer(431, { message: 'Request Header Fields Too Large' }), ({ headers }) =>
      /^\d{1000}/.test(String(headers['x-popsell-brand'] ?? '')),
    ),
  ],
  '415-for-other-type': [
    '415 for a body that is not declared as JSON',
    [15, 22],
    [oddRequest, '401/before/body'],
    answering(
      jsonAnswer(415, { message: 'Unsupported Media Type' }),
      ({ headers }) => !(headers['content-type'] ?? '').includes('json'),
    ),
  ],
});

function isJson(body: string): boolean {
  return parseObject(`{"body":${body}}`) !== undefined;
}
