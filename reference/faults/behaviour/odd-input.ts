import { jsonAnswer } from '../../answers/answer';
import type { Call } from '../../call';
import { parseObject } from '../../checks/update';
import { faultsOf, type FaultRow } from '../fault';
import { answering, crashing, sentValue } from '../hooks';

/** A 500 for requests that have got past the token and hold one kind of odd input. */
function crash(description: string, odd: (call: Call) => boolean): FaultRow {
  const when = (call: Call, { status }: { readonly status: number }): boolean => status !== 401 && odd(call);
  return [`500 for ${description}`, [10], 'any/no-5xx', crashing(when)];
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

const deepNesting = /^(?:\s*[[{]){500}/;

/** Input that nobody thought of. */
export const oddInputFaults = faultsOf({
  '500-for-malformed-json': crash('malformed JSON', ({ body }) => body !== '' && !isJson(body)),
  '500-for-empty-body': crash('an empty body', ({ body }) => body === ''),
  '500-for-array-body': crash('a list as the body', ({ body }) => body.startsWith('[')),
  '500-for-null-body': crash('null as the body', ({ body }) => body.trim() === 'null'),
  '500-for-text-body': crash('a text as the body', ({ body }) => body.startsWith('"')),
  '500-for-deep-nesting': crash('deep nesting', ({ body }) => deepNesting.test(body)),
  '500-for-null': crash(
    'a value of null',
    value((sent) => sent === null),
  ),
  '500-for-boolean': crash(
    'a boolean',
    value((sent) => typeof sent === 'boolean'),
  ),
  '500-for-number': crash(
    'a number',
    value((sent) => typeof sent === 'number'),
  ),
  '500-for-array': crash('a list', value(Array.isArray)),
  '500-for-object': crash(
    'an object',
    value((sent) => typeof sent === 'object' && sent !== null && !Array.isArray(sent)),
  ),
  '500-for-empty-text': crash('an empty text', text(/^$/)),
  '500-for-other-text': crash('a text without any digit', text(/^\D+$/)),
  '500-for-long-text': crash('a text of thousands of characters', text(/^[^]{4000}/)),
  '500-for-impossible-day': crash('February 30th', text(/^\d{4}-02-30/)),
  '500-for-offset': crash('an offset', text(/T.*[+-]\d\d:\d\d$/)),
  '500-for-nanoseconds': crash('nine fraction digits', text(/\.\d{9}/)),
  '500-for-year-9999': crash('the year 9999', text(/^9999-/)),
  '500-for-early-year': crash('years before 1000', text(/^0\d{3}-/)),
  '500-for-text-brand': crash('a brand that is a text', brand(/^[a-z]+$/i)),
  '500-for-huge-brand': crash('a brand beyond int32', brand(/^\d{10,}$/)),
  '500-for-unknown-brand': crash(
    'an unknown brand',
    (call) => brand(/^\d+$/)(call) && call.brandId === undefined,
  ),
  '500-for-text-id': crash('an id that is a text', ({ id }) => /^[a-z]/i.test(id)),
  '500-for-huge-id': crash('an id beyond int64', ({ id }) => /^\d{20,}$/.test(id)),
  '500-for-negative-id': crash('a negative id', ({ id }) => /^-\d/.test(id)),
  '500-for-unknown-chatroom': crash(
    'an unknown chatroom',
    ({ id, chatroom }) => id === '999999999' && !chatroom,
  ),
  '500-for-missing-content-type': crash(
    'no Content-Type',
    ({ headers }) => headers['content-type'] === undefined,
  ),
  '500-for-lower-case-scheme': crash('bearer in lower case', ({ headers }) =>
    (headers.authorization ?? '').startsWith('bearer'),
  ),
  '413-for-long-body': [
    '413 for a body of over 100 kB',
    [15],
    'any/status',
    answering(jsonAnswer(413, { message: 'Payload Too Large' }), ({ body }) => body.length > 100_000),
  ],
  '414-for-long-id': [
    '414 for an id of hundreds of digits',
    [15],
    'any/status',
    answering(jsonAnswer(414, { message: 'URI Too Long' }), ({ id }) => id.length > 200),
  ],
  '415-for-other-type': [
    '415 for a body that is not declared as JSON',
    [15, 22],
    'any/status',
    answering(
      jsonAnswer(415, { message: 'Unsupported Media Type' }),
      ({ headers }) => !(headers['content-type'] ?? '').includes('json'),
    ),
  ],
});

function isJson(body: string): boolean {
  return parseObject(`{"body":${body}}`) !== undefined;
}
