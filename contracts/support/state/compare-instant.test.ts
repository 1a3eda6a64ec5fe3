import fc from 'fast-check';

import { compareInstant } from './compare-instant';

it.each([
  ['2023-10-06T13:41:09.123Z', '2023-10-06T13:41:09.123000Z'],
  ['2023-10-06T13:41:09+02:00', '2023-10-06T11:41:09Z'],
  ['2023-10-06T11:41:09Z', '2023-10-06T13:41:09+02:00'],
  ['2023-10-06 13:41:09.123', '2023-10-06T13:41:09.123Z'],
  ['2023-10-06T13:41:09', '2023-10-06T13:41:09Z'],
  ['2023-10-06 13:41:09', '2023-10-06T13:41:09Z'],
  ['2023-10-06 13:41:09+0200', '2023-10-06T11:41:09Z'],
  ['2023-10-06T13:41:09+02', '2023-10-06T11:41:09Z'],
  ['2023-10-06T13:41:09,345Z', '2023-10-06T13:41:09.345Z'],
  ['2023-10-06T13:41:09Z ', '2023-10-06T13:41:09Z'],
  ['2023-10-06T13:41:09Z\n', '2023-10-06T13:41:09Z'],
  [' 2023-10-06T13:41:09Z', '2023-10-06T13:41:09Z'],
])('%s is the same as %s', (sent, answered) => {
  expect(compareInstant(sent, answered)).toBe('same');
});

it.each([
  ['2023-10-06T13:41:09.123456789Z', '2023-10-06T13:41:09.123456Z', 'cut to microseconds'],
  ['2023-10-06T13:41:09.123456789Z', '2023-10-06T13:41:09.123457Z', 'rounded to microseconds'],
  ['2023-10-06T13:41:09.123Z', '2023-10-06T13:41:09Z', 'cut to seconds'],
  ['2023-10-06T13:41:09.5Z', '2023-10-06T13:41:10Z', 'rounded to seconds'],
  ['2023-12-31T23:59:59.9996Z', '2024-01-01T00:00:00.000Z', 'rounded into the next year'],
  ['1969-12-31T23:59:59.75Z', '1969-12-31T23:59:59Z', 'cut to seconds before the epoch'],
  ['2023-10-06 13:41:09.123', '2023-10-06T13:41:09.12Z', 'the documented form, cut'],
])('%s loses digits as %s: %s', (sent, answered) => {
  expect(compareInstant(sent, answered)).toBe('lost-digits');
});

it.each([
  ['2023-10-06T13:41:09Z', '2023-10-06T13:41:10Z', 'a second more'],
  ['2023-10-06T13:41:09Z', '2023-10-06T13:41:08Z', 'a second less'],
  ['2023-10-06T13:41:09.4Z', '2023-10-06T13:41:10Z', 'rounded the wrong way'],
  ['2023-10-06T13:41:09.123Z', '2023-10-06T13:41:09.124Z', 'another millisecond'],
  ['2023-10-06 13:41:09.123', '2023-10-06T13:41:09.999Z', 'other digits of the documented form'],
  ['2023-10-06 13:41:09.123', '2023-10-06T11:41:09.123Z', 'the documented form is UTC'],
  ['2023-10-06T13:41:09.123', '2023-10-06T13:41:09.999Z', 'other digits'],
  ['2023-10-06T13:41:09.123', '2023-10-06T11:41:09.999Z', 'other digits in another zone'],
  ['2023-10-06T13:41:09+02:00', '2023-10-06T13:41:09Z', 'the offset is dropped'],
  ['2023-10-06 13:41:09+02:00', '2023-10-06T13:41:09Z', 'the offset behind a space is dropped'],
  ['2023-10-06T13:41:09+0200', '2023-10-06T13:41:09Z', 'the offset without a colon is dropped'],
  ['2023-10-06T13:41:09+02', '2023-10-06T13:41:09Z', 'the offset of hours is dropped'],
  ['2023-10-06 13:41:09Z', '2023-10-06T11:41:09Z', 'Z was read in another zone'],
  ['2023-10-06T13:41:09', '2023-10-06T11:41:09Z', 'without an offset it is UTC, as the documented form'],
  ['2023-10-06 13:41:09', '2023-10-06T23:41:09-04:00', 'a space, without an offset, is UTC'],
  ['2023-10-06', '2023-10-06T00:00:00Z', 'a date alone is no instant'],
  ['soon', '2023-10-06T13:41:09Z', 'a word is no instant'],
])('%s is not %s: %s', (sent, answered) => {
  expect(compareInstant(sent, answered)).toBe('different');
});

it.each([undefined, null, true, 1_696_599_669, '', '2023-10-06 13:41:09.123', ['2023-10-06T13:41:09Z']])(
  'an answered %p is no instant',
  (answered) => {
    expect(compareInstant('2023-10-06T13:41:09Z', answered)).toBe('different');
  },
);

describe('any instant', () => {
  const dates = fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true });
  const isoOf = (date: Date, shiftMs = 0): string => new Date(date.getTime() + shiftMs).toISOString();

  it('is the same with any offset', () => {
    fc.assert(
      fc.property(dates, fc.integer({ min: -1439, max: 1439 }), (date, minutes) => {
        const [hours, rest] = [Math.trunc(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
        const two = (value: number): string => String(value).padStart(2, '0');
        const offset = `${minutes < 0 ? '-' : '+'}${two(hours)}:${two(rest)}`;
        const written = isoOf(date, minutes * 60_000).replace('Z', offset);
        expect(compareInstant(written, isoOf(date))).toBe('same');
      }),
    );
  });

  it('loses digits, and nothing else, when cut to seconds', () => {
    fc.assert(
      fc.property(dates, (date) => {
        const cut = isoOf(date).replace(/\.\d+/, '');
        expect(compareInstant(isoOf(date), cut)).toBe(
          date.getUTCMilliseconds() === 0 ? 'same' : 'lost-digits',
        );
      }),
    );
  });

  it('is different from one that is a second or more away', () => {
    const shifts = fc.integer({ min: 1_000, max: 1e9 }).chain((ms) => fc.constantFrom(ms, -ms));
    fc.assert(
      fc.property(dates, shifts, (date, shiftMs) => {
        expect(compareInstant(isoOf(date), isoOf(date, shiftMs))).toBe('different');
      }),
    );
  });
});
