import fc from 'fast-check';

import { parseDateTime } from '../../schemas/formats/date-time';
import type { Draw } from './kinds';

/** Kinds of date-time, named as the obligations 200/date-time/… that try a plain one each. */
export const dateTimeKinds = [
  'documented-example',
  'utc',
  'lower-case',
  'offset',
  'widest-offset',
  'fraction',
  'leap-day',
  'range',
] as const;

export type DateTimeKind = (typeof dateTimeKinds)[number];

const daySeconds = 86_400;
const widestOffsetMinutes = 23 * 60 + 59;
const widestZoneMinutes = 14 * 60;
const secondOf = (year: number, month = 1, day = 1): number => Date.UTC(year, month - 1, day) / 1_000;
// A day from the years 99 and 10000, so that no offset leaves the years 100 to 9999.
const first = Date.parse('0100-01-02T00:00:00Z') / 1_000;
const last = secondOf(9_999, 12, 31) - 1;

const leapYears = Array.from({ length: (9_996 - 104) / 4 + 1 }, (_, index) => 104 + 4 * index).filter(
  (year) => year % 100 !== 0 || year % 400 === 0,
);
const secondOfDay = fc.oneof(fc.nat(daySeconds - 1), fc.constant(daySeconds - 1));
const leapDaySeconds = fc
  .tuple(fc.constantFrom(...leapYears), secondOfDay)
  .map(([year, second]) => Date.parse(`${fourDigits(year)}-02-29T00:00:00Z`) / 1_000 + second);

/** Epoch seconds: of our time first, which failures shrink to. */
const seconds = fc.oneof(
  { withCrossShrink: true },
  { weight: 4, arbitrary: fc.integer({ min: secondOf(1_971), max: secondOf(2_038) - 1 }) },
  { weight: 3, arbitrary: fc.integer({ min: first, max: last }) },
  { weight: 1, arbitrary: leapDaySeconds },
);

const digit = fc.constantFrom(...Array.from('0123456789'));
/** With its point; nothing at first, which failures shrink to. */
const fraction = fc.oneof(
  { withCrossShrink: true },
  fc.constant(''),
  fc.string({ unit: digit, minLength: 1, maxLength: 9 }).map((digits) => `.${digits}`),
  fc.constantFrom('.000000000', '.5', '.999', '.999999999'),
);

/** Minutes east of UTC; undefined: the letter Z. */
const offset = fc.oneof(
  { withCrossShrink: true },
  fc.constant(undefined),
  fc.integer({ min: -widestOffsetMinutes, max: widestOffsetMinutes }),
);

const rfc3339 = fc
  .record({ seconds, fraction, offset, lowerCase: fc.boolean() })
  .map(({ seconds: second, fraction: digits, offset: minutes, lowerCase }) => {
    const wallClock = isoOf(second + (minutes ?? 0) * 60);
    const text = `${wallClock}${digits}${minutes === undefined ? 'Z' : offsetText(minutes)}`;
    return lowerCase ? text.toLowerCase() : text;
  });

const documentedForm = fc
  .tuple(seconds, fc.nat(999))
  .map(
    ([second, millisecond]) => `${isoOf(second).replace('T', ' ')}.${String(millisecond).padStart(3, '0')}`,
  );

const anyDateTime = fc.oneof({ weight: 7, arbitrary: rfc3339 }, { weight: 1, arbitrary: documentedForm });

/** Date-times of the years 100 to 9999 that the API must take (ledger entries 3 and 9), with up to nine fraction digits. */
export const dateTimes: Draw<string> = (without) => {
  if (dateTimeKinds.every((kind) => without.has(kind))) return undefined;
  return anyDateTime
    .map((input) => ({ input, kinds: kindsOfDateTime(input) }))
    .filter(({ kinds }) => !kinds.some((kind) => without.has(kind)));
};

/** What is special about a date-time; `utc` where nothing is. */
export function kindsOfDateTime(text: string): readonly DateTimeKind[] {
  const isDocumented = text.includes(' ');
  const utc = new Date(Number(parseDateTime(isDocumented ? asRfc3339(text) : text)?.epochNanoseconds) / 1e6);
  const year = utc.getUTCFullYear();
  const kinds: Record<DateTimeKind, boolean> = {
    'documented-example': isDocumented,
    utc: false,
    'lower-case': /[tz]/.test(text),
    offset: /[+-](?!00:00$)\d\d:\d\d$/.test(text),
    'widest-offset': Math.abs(offsetMinutesOf(text)) > widestZoneMinutes,
    fraction: !isDocumented && text.includes('.'),
    'leap-day': text.includes('-02-29') || (utc.getUTCMonth() === 1 && utc.getUTCDate() === 29),
    range: year < 1_971 || year > 2_037,
  };
  const special = dateTimeKinds.filter((kind) => kinds[kind]);
  return special.length === 0 ? ['utc'] : special;
}

/** Minutes east of UTC that a text names; 0 where it names none. */
function offsetMinutesOf(text: string): number {
  const [, sign = '', hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)$/.exec(text) ?? [];
  return Number(`${sign}1`) * (Number(hours) * 60 + Number(minutes));
}

function asRfc3339(documented: string): string {
  return `${documented.replace(' ', 'T')}Z`;
}

function isoOf(second: number): string {
  return new Date(second * 1_000).toISOString().slice(0, 19);
}

function offsetText(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}

function fourDigits(number: number): string {
  return String(number).padStart(4, '0');
}
