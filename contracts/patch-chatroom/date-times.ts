import type { NamedObligationId } from '../obligations/catalogue';

/** A value with its verdict: the obligation that it tries. */
export interface DateTimeCase {
  readonly name: string;
  readonly value: unknown;
  readonly obligation: NamedObligationId;
}

/**
 * Valid by RFC 3339, or the documented example: 200, and kept as an instant (ledger entries 3 and 9). Every month's last day is
 * among them.
 */
export const acceptedDateTimes: readonly DateTimeCase[] = [
  {
    name: 'the documented example',
    value: '2023-10-06 13:41:09.123',
    obligation: '200/date-time/documented-example',
  },
  {
    name: 'the form of the example, on the second',
    value: '2023-10-07 13:41:09.000',
    obligation: '200/date-time/documented-example',
  },
  {
    name: 'the form of the example, at the end of October, beyond 32 bits',
    value: '2040-10-31 13:41:09.123',
    obligation: '200/date-time/range',
  },
  {
    name: 'the form of the example, in an hour that Europe skips',
    value: '2023-03-26 02:30:00.000',
    obligation: '200/date-time/documented-example',
  },
  { name: 'UTC without a fraction', value: '2021-01-31T05:06:07Z', obligation: '200/date-time/utc' },
  { name: 'UTC as +00:00', value: '2021-04-30T05:06:07+00:00', obligation: '200/date-time/utc' },
  { name: 'UTC as -00:00', value: '2021-05-31T05:06:07-00:00', obligation: '200/date-time/utc' },
  // Clocks of these zones skip the hour: a server that takes UTC for local time moves it.
  {
    name: 'an hour that Europe skips',
    value: '2023-03-26T02:30:00Z',
    obligation: '200/date-time/utc',
  },
  {
    name: 'the hour in which Europe changes its clocks',
    value: '2024-03-31T01:30:00Z',
    obligation: '200/date-time/utc',
  },
  { name: 'an hour that America skips', value: '2023-03-12T02:30:00Z', obligation: '200/date-time/utc' },
  // Twice in a night, those clocks show the same time: of the two instants, a server that keeps local time keeps one.
  ...['2023-10-29T00:30:00Z', '2023-10-29T01:30:00Z', '2023-11-05T05:30:00Z', '2023-11-05T06:30:00Z'].map(
    (value) => ({
      name: `an hour that a zone has twice, ${value}`,
      value,
      obligation: '200/date-time/utc' as const,
    }),
  ),
  { name: 'lower-case z', value: '2021-06-30T05:06:07z', obligation: '200/date-time/lower-case' },
  { name: 'lower-case t', value: '2021-07-31t05:06:07Z', obligation: '200/date-time/lower-case' },
  { name: '+02:00 across midnight', value: '2022-01-01T01:30:00+02:00', obligation: '200/date-time/offset' },
  { name: '-03:30', value: '2022-08-31T22:45:10-03:30', obligation: '200/date-time/offset' },
  // West of UTC by less than an hour: the sign is all that tells.
  { name: '-00:30', value: '2022-09-02T02:02:02-00:30', obligation: '200/date-time/offset' },
  { name: '+05:45', value: '2022-10-01T03:03:03+05:45', obligation: '200/date-time/offset' },
  {
    name: 'the widest offset of a zone',
    value: '2022-04-03T04:04:04+14:00',
    obligation: '200/date-time/offset',
  },
  {
    name: 'an offset behind a fraction',
    value: '2022-08-30T05:06:07.250-07:00',
    obligation: '200/date-time/offset',
  },
  { name: '-09:30', value: '2022-08-29T20:10:09-09:30', obligation: '200/date-time/offset' },
  {
    name: 'the widest offset east',
    value: '2022-04-04T04:04:04+23:59',
    obligation: '200/date-time/widest-offset',
  },
  {
    name: 'the widest offset west',
    value: '2022-05-05T05:05:05-23:59',
    obligation: '200/date-time/widest-offset',
  },
  { name: 'a fraction of 1 digit', value: '2022-06-01T10:00:01.5Z', obligation: '200/date-time/fraction' },
  // Written without its zeros, it is another instant.
  {
    name: 'a fraction that begins with zeros',
    value: '2022-06-03T10:00:03.007Z',
    obligation: '200/date-time/fraction',
  },
  { name: 'a fraction of 2 digits', value: '2022-11-30T10:00:02.25Z', obligation: '200/date-time/fraction' },
  ...['123', '1234', '12345', '123456', '1234567', '12345678'].map((digits) => ({
    name: `a fraction of ${digits.length} digits`,
    value: `2022-06-0${digits.length}T10:00:0${digits.length}.${digits}Z`,
    obligation: '200/date-time/fraction' as const,
  })),
  {
    name: 'a fraction of 9 digits',
    value: '2022-06-09T10:00:09.123456789Z',
    obligation: '200/date-time/fraction',
  },
  { name: 'a leap day', value: '2024-02-29T12:00:00Z', obligation: '200/date-time/leap-day' },
  { name: 'the leap day of 2000', value: '2000-02-29T12:00:00Z', obligation: '200/date-time/leap-day' },
  {
    name: 'the form of the example, on a leap day',
    value: '2024-02-29 13:41:09.250',
    obligation: '200/date-time/leap-day',
  },
  { name: 'the epoch', value: '1970-01-01T00:00:00Z', obligation: '200/date-time/range' },
  { name: 'before the epoch', value: '1969-12-31T23:59:59Z', obligation: '200/date-time/range' },
  {
    name: 'the form of the example, before 1970',
    value: '1969-07-20 20:17:40.500',
    obligation: '200/date-time/range',
  },
  { name: 'beyond 32 bits', value: '2038-01-19T03:14:08Z', obligation: '200/date-time/range' },
  { name: 'the last second of 9999', value: '9999-12-31T23:59:59Z', obligation: '200/date-time/range' },
];

/** Neither RFC 3339 nor clearly something else: 422, or 200 with the right instant (ledger entry 10). */
export const inBetweenDateTimes: readonly OddDateTime[] = [
  { name: 'T without an offset', value: '2023-11-01T10:11:12' },
  { name: 'T without an offset, with a fraction', value: '2023-11-02T10:11:12.345' },
  { name: 'a space with Z', value: '2023-11-03 10:11:12Z' },
  { name: 'a space with an offset', value: '2023-11-04 10:11:12+02:00' },
  { name: 'a space without a fraction', value: '2023-11-05 10:11:12' },
  { name: 'an offset without a colon', value: '2023-11-06T10:11:12+0200' },
  { name: 'an offset of hours alone', value: '2023-11-07T10:11:12+02' },
  { name: 'an offset of one digit', value: '2023-11-17T10:11:12+2:00' },
  { name: 'a comma before the fraction', value: '2023-11-08T10:11:12,345Z' },
  { name: 'a fraction without digits', value: '2023-11-19T10:11:12.Z', meant: '2023-11-19T10:11:12Z' },
  { name: 'a space behind', value: '2023-11-09T10:11:12Z ' },
  { name: 'a space before', value: ' 2023-11-15T10:11:12Z' },
  { name: 'a line break behind', value: '2023-11-16T10:11:12Z\n' },
];

/** An odd value; `meant`: the instant that it can only be, where it is accepted (ledger entry 9). */
export interface OddDateTime {
  readonly name: string;
  readonly value: string;
  readonly meant?: string;
  /** Kinds of plain date-times, as in 200/date-time/…, without which it tells nothing new. */
  readonly needs?: readonly string[];
}

/** Odd values that nothing speaks of: any documented status, never a 5xx (ledger entry 22). */
export const oddDateTimes: readonly OddDateTime[] = [
  { name: 'a leap second', value: '2016-12-31T23:59:60Z' },
  { name: 'year 0', value: '0000-01-01T00:00:00Z', meant: '0000-01-01T00:00:00Z', needs: ['range'] },
  { name: 'year 1', value: '0001-01-01T00:00:00Z', meant: '0001-01-01T00:00:00Z', needs: ['range'] },
  // In UTC they are in years that many libraries do not have.
  {
    name: 'the end of 9999, west of it',
    value: '9999-12-31T23:59:59-01:00',
    meant: '9999-12-31T23:59:59-01:00',
    needs: ['range', 'offset'],
  },
  {
    name: 'the start of year 1, east of it',
    value: '0001-01-01T00:00:00+01:00',
    meant: '0001-01-01T00:00:00+01:00',
    needs: ['range', 'offset'],
  },
  { name: 'hour 24', value: '2023-11-10T24:00:00Z', meant: '2023-11-11T00:00:00Z' },
  {
    name: 'hour 24 in the form of the example',
    value: '2023-11-18 24:00:00.000',
    meant: '2023-11-19T00:00:00Z',
  },
  { name: 'no seconds', value: '2023-11-11T10:11Z', meant: '2023-11-11T10:11:00Z' },
  { name: 'the basic format', value: '20231112T101112Z', meant: '2023-11-12T10:11:12Z' },
  { name: 'a year of 5 digits', value: '12023-11-13T10:11:12Z' },
  { name: 'half of a surrogate pair', value: '2023-11-13T10:11:12Z\ud800' },
  { name: 'an offset of 24 hours', value: '2023-11-13T10:11:12+24:00', meant: '2023-11-12T10:11:12Z' },
  {
    name: 'a fraction of 20 digits',
    value: '2023-11-14T10:11:12.12345678901234567890Z',
    meant: '2023-11-14T10:11:12.123456789Z',
  },
];

const field = '422/body/established_dialogue';

/** Clearly no date-time: 422 that names the field (ledger entries 4 and 10). */
export const rejectedValues: readonly DateTimeCase[] = [
  { name: 'the number 0', value: 0, obligation: `${field}/number` },
  { name: 'the number 1', value: 1, obligation: `${field}/number` },
  { name: 'the number 1.5', value: 1.5, obligation: `${field}/number` },
  { name: 'a negative number', value: -1, obligation: `${field}/number` },
  { name: 'a date as a number', value: 20_231_006, obligation: `${field}/number` },
  { name: 'true', value: true, obligation: `${field}/boolean` },
  { name: 'false', value: false, obligation: `${field}/boolean` },
  { name: 'null', value: null, obligation: `${field}/null` },
  { name: 'an empty object', value: {}, obligation: `${field}/object` },
  { name: 'an object with a date', value: { date: '2023-10-06T13:41:09Z' }, obligation: `${field}/object` },
  {
    name: 'an object that some databases read as a date',
    value: { $date: '2023-10-06T13:41:09Z' },
    obligation: `${field}/object`,
  },
  { name: 'an empty array', value: [], obligation: `${field}/array` },
  { name: 'an array of null', value: [null], obligation: `${field}/array` },
  { name: 'an array of a number', value: [1], obligation: `${field}/array` },
  {
    name: 'an array of two date-times',
    value: ['2023-10-06T13:41:09Z', '2023-10-07T13:41:09Z'],
    obligation: `${field}/array`,
  },
  { name: 'arrays in arrays', value: [[[]]], obligation: `${field}/array` },
  { name: 'an array of a date-time', value: ['2023-10-06T13:41:09Z'], obligation: `${field}/array` },
  { name: 'an empty text', value: '', obligation: `${field}/empty` },
  { name: 'a space', value: ' ', obligation: `${field}/empty` },
  { name: 'a word', value: 'soon', obligation: `${field}/text` },
  { name: 'the word now', value: 'now', obligation: `${field}/text` },
  { name: 'the text true', value: 'true', obligation: `${field}/text` },
  { name: 'a date written the American way', value: '10/06/2023 13:41:09', obligation: `${field}/text` },
  { name: 'a date with slashes', value: '2023/10/06 13:41:09', obligation: `${field}/text` },
  { name: 'a NUL behind a date-time', value: '2023-10-06T13:41:09Z\u0000', obligation: `${field}/text` },
  { name: 'a time alone', value: '13:41:09', obligation: `${field}/text` },
  { name: 'a date in words', value: 'Fri, 06 Oct 2023 13:41:09 GMT', obligation: `${field}/text` },
  {
    name: 'digits of another script',
    value: '２０２３-１０-０６T１３:４１:０９Z',
    obligation: `${field}/text`,
  },
  { name: 'text behind a date-time', value: '2023-10-06T13:41:09Zabc', obligation: `${field}/text` },
  {
    name: 'text before the form of the example',
    value: 'x2023-10-06 13:41:09.123',
    obligation: `${field}/text`,
  },
  { name: 'UTC in letters', value: '2023-10-06T13:41:09 UTC', obligation: `${field}/text` },
  { name: 'a time of one digit each', value: '2023-10-06T1:2:3Z', obligation: `${field}/text` },
  { name: 'the word tomorrow', value: 'tomorrow', obligation: `${field}/text` },
  { name: 'the word today', value: 'today', obligation: `${field}/text` },
  { name: 'the word epoch', value: 'epoch', obligation: `${field}/text` },
  { name: 'a date as some libraries write it', value: '/Date(1696599669000)/', obligation: `${field}/text` },
  { name: 'a date with Z', value: '2023-10-06Z', obligation: `${field}/date-only` },
  {
    name: 'a space of no width before a date-time',
    value: '\u200b2023-10-06T13:41:09Z',
    obligation: `${field}/text`,
  },
  { name: 'the text null', value: 'null', obligation: `${field}/text` },
  { name: 'a relative time', value: '+1 day', obligation: `${field}/text` },
  { name: 'an epoch behind @', value: '@1696599669', obligation: `${field}/text` },
  { name: 'a day before its month', value: '06-10-2023 13:41:09', obligation: `${field}/text` },
  { name: 'a date in English', value: 'October 6, 2023 1:41 PM', obligation: `${field}/text` },
  { name: 'a month and a day of one digit', value: '2023-1-6T13:41:09Z', obligation: `${field}/text` },
  { name: 'a negative year', value: '-2023-10-06T13:41:09Z', obligation: `${field}/text` },
  { name: 'a year with a sign', value: '+002023-10-06T13:41:09Z', obligation: `${field}/text` },
  { name: 'a year of 2 digits', value: '23-10-06T13:41:09Z', obligation: `${field}/text` },
  { name: 'the name of a zone', value: '2023-10-06T13:41:09 Europe/Paris', obligation: `${field}/text` },
  { name: 'a zone in brackets', value: '2023-10-06T13:41:09Z[Europe/Paris]', obligation: `${field}/text` },
  { name: 'a date-time in quotes', value: '"2023-10-06T13:41:09Z"', obligation: `${field}/text` },
  { name: 'a minus that is no hyphen', value: '2023-10-06T13:41:09\u221202:00', obligation: `${field}/text` },
  { name: 'two dots before a fraction', value: '2023-10-06T13:41:09..123Z', obligation: `${field}/text` },
  {
    name: 'a mark of direction before a date-time',
    value: '\u202e2023-10-06T13:41:09Z',
    obligation: `${field}/text`,
  },
  { name: 'two fractions', value: '2023-10-06T13:41:09.1.2Z', obligation: `${field}/text` },
  { name: 'two date-times', value: '2023-10-06T13:41:09Z 2023-10-07T13:41:09Z', obligation: `${field}/text` },
  {
    name: 'an interval',
    value: '2023-10-06T13:41:09Z/2023-10-07T13:41:09Z',
    obligation: `${field}/text`,
  },
  { name: 'Z and an offset', value: '2023-10-06T13:41:09Z+02:00', obligation: `${field}/text` },
  { name: 'what printf would format', value: '100% %s %n %d', obligation: `${field}/text` },
  { name: 'backslashes', value: 'C:\\now\\', obligation: `${field}/text` },
  { name: 'an emoji', value: '💬', obligation: `${field}/text` },
  { name: 'text from right to left', value: 'שלום', obligation: `${field}/text` },
  { name: 'a quote of SQL', value: "2023-10-06' OR '1'='1", obligation: `${field}/text` },
  { name: '10 kB of text', value: 'x'.repeat(10_240), obligation: `${field}/long-text` },
  { name: 'a date alone', value: '2023-10-06', obligation: `${field}/date-only` },
  { name: 'a date without dashes', value: '20231006', obligation: `${field}/date-only` },
  { name: 'a month alone', value: '2023-10', obligation: `${field}/date-only` },
  { name: 'a year alone', value: '2023', obligation: `${field}/date-only` },
  { name: 'a day of a week', value: '2023-W40-5', obligation: `${field}/date-only` },
  { name: 'a day of a year', value: '2023-279', obligation: `${field}/date-only` },
  { name: 'an epoch as a number', value: 1_696_599_669, obligation: `${field}/epoch` },
  { name: 'an epoch as text', value: '1696599669', obligation: `${field}/epoch` },
  { name: 'the text 0', value: '0', obligation: `${field}/epoch` },
  { name: 'an epoch of milliseconds', value: 1_696_599_669_123, obligation: `${field}/epoch` },
  { name: 'an epoch of milliseconds as text', value: '1696599669123', obligation: `${field}/epoch` },
  { name: '30 February', value: '2023-02-30T10:00:00Z', obligation: `${field}/impossible-day` },
  {
    name: '29 February of a common year',
    value: '2023-02-29T10:00:00Z',
    obligation: `${field}/impossible-day`,
  },
  { name: '29 February 1900', value: '1900-02-29T10:00:00Z', obligation: `${field}/impossible-day` },
  {
    name: '30 February of a leap year',
    value: '2024-02-30T10:00:00Z',
    obligation: `${field}/impossible-day`,
  },
  { name: '32 January', value: '2023-01-32T10:00:00Z', obligation: `${field}/impossible-day` },
  { name: '31 February', value: '2024-02-31T10:00:00Z', obligation: `${field}/impossible-day` },
  { name: 'month 0 and day 0', value: '2023-00-00 00:00:00.000', obligation: `${field}/impossible-day` },
  {
    name: 'the zero date of databases',
    value: '0000-00-00 00:00:00',
    obligation: `${field}/impossible-day`,
  },
  ...Object.entries({ April: '04', June: '06', September: '09', November: '11' }).map(([name, month]) => ({
    name: `31 ${name}`,
    value: `2023-${month}-31T10:00:00Z`,
    obligation: `${field}/impossible-day` as const,
  })),
  { name: 'month 13', value: '2023-13-01T10:00:00Z', obligation: `${field}/impossible-day` },
  { name: 'month 0', value: '2023-00-01T10:00:00Z', obligation: `${field}/impossible-day` },
  { name: 'day 32', value: '2023-10-32T10:00:00Z', obligation: `${field}/impossible-day` },
  { name: 'day 0', value: '2023-10-00T10:00:00Z', obligation: `${field}/impossible-day` },
  {
    name: '30 February in the documented form',
    value: '2023-02-30 10:00:00.000',
    obligation: `${field}/impossible-day`,
  },
  {
    name: 'month 13 in the documented form',
    value: '2023-13-06 13:41:09.123',
    obligation: `${field}/impossible-day`,
  },
  {
    name: 'hour 25 in the documented form',
    value: '2023-10-06 25:41:09.123',
    obligation: `${field}/impossible-time`,
  },
  { name: 'half past 24', value: '2023-11-10T24:30:00Z', obligation: `${field}/impossible-time` },
  { name: 'hour 25', value: '2023-10-06T25:00:00Z', obligation: `${field}/impossible-time` },
  {
    name: 'an offset of 25 hours',
    value: '2023-10-06T10:00:00+25:00',
    obligation: `${field}/impossible-time`,
  },
  {
    name: 'an offset of 60 minutes',
    value: '2023-10-06T10:00:00+01:60',
    obligation: `${field}/impossible-time`,
  },
  { name: 'minute 60', value: '2023-10-06T10:60:00Z', obligation: `${field}/impossible-time` },
  { name: 'second 61', value: '2023-10-06T10:00:61Z', obligation: `${field}/impossible-time` },
];
