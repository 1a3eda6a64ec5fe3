import { unprocessable } from '../../answers/answer';
import { faultsOf, type FaultRow } from '../fault';
import { replacingCheck, sentValue } from '../hooks';

/** A 422 for a value that the documentation allows. */
function rejecting(description: string, pattern: RegExp): FaultRow {
  return [
    `422 for ${description}`,
    [3, 9],
    '200/established_dialogue/accepted',
    replacingCheck('update', (honest) => (call) => {
      const sent = sentValue(call);
      const refused = typeof sent === 'string' && pattern.test(sent);
      return refused ? unprocessable('established_dialogue', 'Invalid.') : honest(call);
    }),
  ];
}

/** What is to be accepted, and is not. */
export const rejectFaults = faultsOf({
  'documented-form-rejected': rejecting('the form of the documented example', /^\S+ \S+$/),
  'rfc3339-rejected': rejecting('RFC 3339', /T/i),
  'offset-rejected': rejecting('an offset other than Z', /T.*[+-]\d\d:\d\d$/),
  'fraction-rejected': rejecting('RFC 3339 with a fraction', /T.*\./),
  'no-fraction-rejected': rejecting('RFC 3339 without a fraction', /T[^.]*$/),
  'microseconds-rejected': rejecting('six fraction digits', /\.\d{6}/),
  'leap-day-rejected': rejecting('February 29th of a leap year', /-02-29/),
  'past-rejected': rejecting('years before 1970', /^(0|1[0-8]|19[0-6])/),
  'future-rejected': rejecting('years after 2037', /^(20[4-9]|203[89]|2[1-9]|[3-9])/),
  'empty-object-rejected': [
    '422 for {}',
    [9],
    '200/read',
    replacingCheck(
      'update',
      (honest) => (call) =>
        call.body.trim() === '{}' ? unprocessable('established_dialogue', 'Required.') : honest(call),
    ),
  ],
});
