import { unprocessable } from '../../answers/answer';
import { brandHeader } from '../../checks/brand';
import { faultsOf, type FaultRow } from '../fault';
import { replacingCheck, sentValue } from '../hooks';

/** A 422 for a value that the documentation allows. */
function rejecting(description: string, breaks: string | readonly string[], pattern: RegExp): FaultRow {
  return [
    `422 for ${description}`,
    [3, 9],
    breaks,
    replacingCheck('update', (honest) => (call) => {
      const sent = sentValue(call);
      const refused = typeof sent === 'string' && pattern.test(sent);
      return refused ? unprocessable('established_dialogue', 'Invalid.') : honest(call);
    }),
  ];
}

/** What is to be accepted, and is not. */
export const rejectFaults = faultsOf({
  'header-in-lower-case-rejected': [
    '422 for a brand header whose name is not written as it is documented',
    [11],
    '200/status',
    replacingCheck('brand', (honest) => (call) => {
      const isMissing = call.headers['x-popsell-brand'] === undefined;
      return isMissing || call.headerNames.includes(brandHeader)
        ? honest(call)
        : unprocessable(brandHeader, 'The header is required.');
    }),
  ],
  'json-with-spaces-rejected': [
    '422 for JSON with spaces',
    [3],
    '200/status',
    replacingCheck('update', (honest) => (call) => {
      const isSpaced = call.body.startsWith('{ ') && honest(call) === undefined;
      return isSpaced ? unprocessable('body', 'Invalid.') : honest(call);
    }),
  ],
  'documented-form-rejected': rejecting(
    'the form of the documented example',
    ['200/date-time/documented-example', '200/date-time/leap-day', '200/date-time/range'],
    /^\S+ \S+$/,
  ),
  'rfc3339-rejected': rejecting('RFC 3339', ['200/status', '200/value/every-brand', '200/date-time/'], /T/i),
  'offset-rejected': rejecting(
    'an offset other than Z',
    ['200/date-time/offset', '200/date-time/widest-offset', '200/date-time/utc'],
    /T.*[+-]\d\d:\d\d$/,
  ),
  'wide-offset-rejected': rejecting(
    'an offset of more than 18 hours',
    '200/date-time/widest-offset',
    /T.*[+-](?:19|2\d):\d\d$/,
  ),
  'fraction-rejected': rejecting(
    'RFC 3339 with a fraction',
    ['200/date-time/fraction', '200/date-time/offset', '200/status', '200/value/every-brand'],
    /T.*\./,
  ),
  'no-fraction-rejected': rejecting(
    'RFC 3339 without a fraction',
    ['200/date-time/utc', '200/date-time/'],
    /T[^.]*$/,
  ),
  'microseconds-rejected': rejecting(
    'six fraction digits',
    ['200/date-time/fraction', '200/status'],
    /\.\d{6}/,
  ),
  'leap-day-rejected': rejecting('February 29th of a leap year', '200/date-time/leap-day', /-02-29/),
  'past-rejected': rejecting('years before 1970', '200/date-time/range', /^(0|1[0-8]|19[0-6])/),
  'future-rejected': rejecting(
    'years after 2037',
    ['200/date-time/range', '200/fuzz/date-time'],
    /^(20[4-9]|203[89]|2[1-9]|[3-9])/,
  ),
  'empty-object-rejected': [
    '422 for {}',
    [9],
    '200/empty-body/status',
    replacingCheck(
      'update',
      (honest) => (call) =>
        call.body.trim() === '{}' ? unprocessable('established_dialogue', 'Required.') : honest(call),
    ),
  ],
});
