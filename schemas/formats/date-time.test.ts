import fc from 'fast-check';

import { isDateTime, isDocumentedForm, parseDateTime, parseDocumentedForm } from './date-time';

const nanoseconds = (text: string): bigint | undefined => parseDateTime(text)?.epochNanoseconds;

describe('an RFC 3339 date-time', () => {
  it.each([
    ['1970-01-01T00:00:00Z', 0n],
    ['1969-12-31T23:59:59Z', -1_000_000_000n],
    ['1970-01-01T00:00:00.5Z', 500_000_000n],
    ['1970-01-01T00:00:00.12Z', 120_000_000n],
    ['1970-01-01T00:00:00.123Z', 123_000_000n],
    ['1970-01-01T00:00:00.1234Z', 123_400_000n],
    ['1970-01-01T00:00:00.12345Z', 123_450_000n],
    ['1970-01-01T00:00:00.123456Z', 123_456_000n],
    ['1970-01-01T00:00:00.1234567Z', 123_456_700n],
    ['1970-01-01T00:00:00.12345678Z', 123_456_780n],
    ['1970-01-01T00:00:00.123456789Z', 123_456_789n],
    ['1970-01-01T00:00:00.12345678999999999999Z', 123_456_789n],
    ['1969-12-31T23:59:59.75Z', -250_000_000n],
    ['1970-01-01T02:00:00+02:00', 0n],
    ['1969-12-31T20:30:00-03:30', 0n],
    ['1970-01-01T23:59:00+23:59', 0n],
    ['1969-12-31T00:01:00-23:59', 0n],
    ['1970-01-01T00:00:00-00:00', 0n],
    ['1970-01-01t00:00:00z', 0n],
    ['0000-01-01T00:00:00Z', -62_167_219_200_000_000_000n],
    ['9999-12-31T23:59:59Z', 253_402_300_799_000_000_000n],
  ])('%s is an instant', (text, expected) => {
    expect(nanoseconds(text)).toBe(expected);
  });

  it.each(['2024-02-29', '2000-02-29', '0000-02-29', '2023-01-31', '2023-04-30'])(
    'may be on %s, which the calendar has',
    (day) => {
      expect(isDateTime(`${day}T00:00:00Z`)).toBe(true);
    },
  );

  it.each([
    ...['2023-02-29', '1900-02-29', '2100-02-29', '2024-02-30', '2000-02-30', '2023-04-31'],
    ...['2023-01-32', '2023-01-00', '2023-00-01', '2023-13-01'],
  ])('is never on %s, which the calendar lacks', (day) => {
    expect(isDateTime(`${day}T00:00:00Z`)).toBe(false);
  });

  it.each([
    '2016-12-31T23:59:60Z',
    '2015-06-30T23:59:60.5Z',
    '1990-12-31T15:59:60-08:00',
    '2017-01-01T05:44:60+05:45',
    '9999-12-31T23:59:60Z',
  ])('takes a leap second where one can be: %s', (text) => {
    expect(isDateTime(text)).toBe(true);
  });

  it.each([
    '2016-12-30T23:59:60Z',
    '2016-12-31T23:58:60Z',
    '2016-12-31T22:59:60Z',
    '2016-12-31T23:59:60+01:00',
    '2016-12-31T23:59:61Z',
  ])('takes no leap second where none can be: %s', (text) => {
    expect(isDateTime(text)).toBe(false);
  });

  it('counts a leap second as the first second of the next month', () => {
    expect(nanoseconds('2016-12-31T23:59:60Z')).toBe(nanoseconds('2017-01-01T00:00:00Z'));
  });

  it.each([
    ['a date alone', '2023-10-06'],
    ['an epoch', '1696599669'],
    ['nothing', ''],
    ['no offset', '2023-10-06T13:41:09'],
    ['a space for T', '2023-10-06 13:41:09Z'],
    ['a tab for T', '2023-10-06\t13:41:09Z'],
    ['an underscore for T', '2023-10-06_13:41:09Z'],
    ['an offset without a colon', '2023-10-06T13:41:09+0200'],
    ['an offset of hours alone', '2023-10-06T13:41:09+02'],
    ['an offset of one digit', '2023-10-06T13:41:09+2:00'],
    ['an offset with seconds', '2023-10-06T13:41:09+02:00:00'],
    ['an offset of 24 hours', '2023-10-06T13:41:09+24:00'],
    ['an offset of 60 minutes', '2023-10-06T13:41:09-02:60'],
    ['a minus that is none', '2023-10-06T13:41:09\u221202:00'],
    ['Z and an offset', '2023-10-06T13:41:09Z+02:00'],
    ['hour 24', '2023-10-06T24:00:00Z'],
    ['minute 60', '2023-10-06T13:60:00Z'],
    ['no seconds', '2023-10-06T13:41Z'],
    ['a point without a fraction', '2023-10-06T13:41:09.Z'],
    ['a comma before the fraction', '2023-10-06T13:41:09,5Z'],
    ['a year of five digits', '12023-10-06T13:41:09Z'],
    ['a signed year', '+2023-10-06T13:41:09Z'],
    ['a year of three digits', '999-10-06T13:41:09Z'],
    ['the basic format', '20231006T134109Z'],
    ['a week date', '2023-W40-5T13:41:09Z'],
    ['a newline at the end', '2023-10-06T13:41:09Z\n'],
    ['a space at the end', '2023-10-06T13:41:09Z '],
    ['a space in front', ' 2023-10-06T13:41:09Z'],
    ['a second line', '2023-10-06T13:41:09Z\nx'],
    ['digits of another script', '२०२३-१०-०६T१३:४१:०९Z'],
    ['full-width digits', '２０２３-10-06T13:41:09Z'],
    ['the documented form', '2023-10-06 13:41:09.123'],
  ])('is not written with %s', (_name, text) => {
    expect(parseDateTime(text)).toBeUndefined();
  });

  it('is the instant of every Date that ISO 8601 writes with four digits of a year', () => {
    const dates = fc.date({
      min: new Date('0000-01-01T00:00:00Z'),
      max: new Date('9999-12-31T23:59:59.999Z'),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(dates, (date) => {
        expect(nanoseconds(date.toISOString())).toBe(BigInt(date.getTime()) * 1_000_000n);
      }),
    );
  });
});

describe('the documented form', () => {
  it('is read as UTC', () => {
    expect(parseDocumentedForm('2023-10-06 13:41:09.123')).toEqual(parseDateTime('2023-10-06T13:41:09.123Z'));
  });

  it.each([
    ['T for the space', '2023-10-06T13:41:09.123'],
    ['an offset', '2023-10-06 13:41:09.123Z'],
    ['no fraction', '2023-10-06 13:41:09'],
    ['a fraction of 2 digits', '2023-10-06 13:41:09.12'],
    ['a fraction of 4 digits', '2023-10-06 13:41:09.1234'],
    ['two spaces', '2023-10-06  13:41:09.123'],
    ['a newline at the end', '2023-10-06 13:41:09.123\n'],
    ['a day that the calendar lacks', '2023-02-29 13:41:09.123'],
    ['hour 24', '2023-10-06 24:00:00.000'],
  ])('is not written with %s', (_name, text) => {
    expect(isDocumentedForm(text)).toBe(false);
  });
});
