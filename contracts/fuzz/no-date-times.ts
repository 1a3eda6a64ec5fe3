import fc from 'fast-check';

import type { Kinds } from './kinds';
import { jsonValues, letters, texts, wordsOf } from './texts';

/** A text with fewer digits than this holds no date with a time, however it is written. */
const digitsOfDateTime = 6;

const twoDigits = (number: number): string => String(number).padStart(2, '0');
const years = fc.integer({ min: 1_970, max: 2_037 });
const commonYears = years.filter((year) => year % 4 !== 0);
const days = fc.date({
  min: new Date('1970-01-01T00:00:00Z'),
  max: new Date('2037-12-31T00:00:00Z'),
  noInvalidDate: true,
});

/** Month and day of no calendar; in a leap year, too. */
const noDay = fc.oneof(
  fc.constantFrom('02-30', '02-31', '04-31', '06-31', '09-31', '11-31'),
  fc
    .tuple(fc.integer({ min: 1, max: 12 }), fc.oneof(fc.constant(0), fc.integer({ min: 32, max: 99 })))
    .map(dashed),
  fc
    .tuple(fc.oneof(fc.constant(0), fc.integer({ min: 13, max: 99 })), fc.integer({ min: 1, max: 28 }))
    .map(dashed),
);

const impossibleDays = fc
  .tuple(
    fc.oneof(
      fc.tuple(years, noDay).map(([year, day]) => `${year}-${day}`),
      commonYears.map((year) => `${year}-02-29`),
    ),
    fc.constantFrom('T10:00:00Z', 'T10:00:00.5Z', 'T22:30:00+02:00', ' 10:00:00.000'),
  )
  .map(([day, time]) => `${day}${time}`);

// Hour 24 and second 60 may be meant well: they are tried elsewhere, and any documented answer will do.
const impossibleTimes = fc
  .tuple(
    days,
    fc.oneof(
      fc.integer({ min: 25, max: 99 }).map((hour) => `${hour}:00:00`),
      fc.integer({ min: 60, max: 99 }).map((minute) => `10:${minute}:00`),
      fc.integer({ min: 61, max: 99 }).map((second) => `10:00:${second}`),
    ),
    fc.constantFrom('Z', '.5Z', '+02:00'),
  )
  .map(([day, time, end]) => `${day.toISOString().slice(0, 10)}T${time}${end}`);

/**
 * Values that are certainly no date-time (ledger entries 4 and 10), named as the obligations
 * 422/body/established_dialogue/… that try plain ones. Whatever may be a form in between is left out.
 */
export const noDateTimes: Kinds<unknown> = {
  number: fc.oneof(fc.integer(), fc.maxSafeInteger(), fc.double({ noNaN: true, noDefaultInfinity: true })),
  boolean: fc.boolean(),
  null: fc.constant(null),
  object: fc.dictionary(wordsOf(letters, 12), jsonValues, { maxKeys: 4 }),
  array: fc.array(
    fc.oneof(
      jsonValues,
      days.map((day) => day.toISOString()),
    ),
    { maxLength: 4 },
  ),
  text: texts(60).filter((text) => [...text.matchAll(/\p{N}/gu)].length < digitsOfDateTime),
  'long-text': fc
    .tuple(fc.constantFrom('x', 'é', '語', '💬', 'never ', '\u0000'), fc.integer({ min: 200, max: 2_048 }))
    .map(([unit, times]) => unit.repeat(times).slice(0, 10_240)),
  'date-only': days.map((day) => day.toISOString().slice(0, 10)),
  // Seconds or milliseconds: 12 and 14 digits may be a date and a time.
  epoch: fc
    .oneof(fc.integer({ min: 1e9, max: 1e10 - 1 }), fc.integer({ min: 1e12, max: 1e13 - 1 }))
    .map(String),
  'impossible-day': impossibleDays,
  'impossible-time': impossibleTimes,
};

function dashed([month, day]: readonly [number, number]): string {
  return `${twoDigits(month)}-${twoDigits(day)}`;
}
