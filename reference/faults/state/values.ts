import { parseDateTime, parseDocumentedForm, type Instant } from '../../../schemas/formats/date-time';
import { defaultBrands } from '../../store/brands';
import type { StoredChatroom } from '../../store/stored-chatroom';
import { faultsOf, type FaultRow } from '../fault';
import { sentValue } from '../hooks';

const second = 1_000_000_000n;
const hour = 3_600n * second;
const offsetPattern = /([+-])(\d\d):(\d\d)$/;

/** Any value may be one that is changed: what begins with a value can break. */
const everyValue = [
  '200/value/answered',
  '200/value/every-brand',
  '200/date-time/',
  '200/concurrency/',
  '200/fuzz/',
];

/** Stores, and so answers, another instant than was sent. */
function storing(
  description: string,
  breaks: string | readonly string[],
  wrong: (nanoseconds: bigint, sent: string, room: StoredChatroom) => bigint,
): FaultRow {
  return [
    description,
    [9],
    breaks,
    ({ write }) => ({
      write: (room, { epochNanoseconds }, call) => {
        const sent = String(sentValue(call));
        write(room, { epochNanoseconds: wrong(epochNanoseconds, sent, room) }, call);
      },
    }),
  ];
}

/** The wall clock of a text, taken as UTC. */
function wallClock(sent: string): bigint | undefined {
  const instant: Instant | undefined = parseDateTime(sent.replace(offsetPattern, 'Z'));
  return instant?.epochNanoseconds;
}

function inDate(nanoseconds: bigint, change: (date: Date) => unknown): bigint {
  const date = new Date(Number(nanoseconds / 1_000_000n));
  change(date);
  return BigInt(date.getTime()) * 1_000_000n + (nanoseconds % 1_000_000n);
}

/** When the clocks are turned back, in 2023. */
const doubledHourOfParis = BigInt(Date.parse('2023-10-29T01:00:00Z')) * 1_000_000n;
const doubledHourOfNewYork = BigInt(Date.parse('2023-11-05T06:00:00Z')) * 1_000_000n;

/** Values that change on their way into the store. */
export const valueFaults = faultsOf({
  'offset-dropped': storing(
    'the offset is dropped',
    ['200/date-time/offset', '200/date-time/widest-offset'],
    (n, sent) => wallClock(sent) ?? n,
  ),
  'offset-dropped-by-other-brands': storing(
    'brands beyond the first drop the offset',
    ['200/date-time/offset', '200/date-time/widest-offset'],
    (n, sent, { brandId }) => (brandId === defaultBrands[0]?.id ? n : (wallClock(sent) ?? n)),
  ),
  'zeros-of-fraction-lost': storing(
    'two zeros are lost that a fraction begins with',
    ['200/date-time/fraction', '200/state/', ...everyValue],
    (n, sent) => {
      const [, digits] = /\.00(\d+)/.exec(sent) ?? [];
      return digits === undefined ? n : n - (n % second) + BigInt(digits.padEnd(9, '0'));
    },
  ),
  'seven-digits-misread': storing(
    'of a fraction of seven digits the first is lost',
    ['200/date-time/fraction', '200/fuzz/'],
    (n, sent) => {
      const [, digits] = /\.\d(\d{6})(?!\d)/.exec(sent) ?? [];
      return digits === undefined ? n : n - (n % second) + BigInt(digits.padEnd(9, '0'));
    },
  ),
  'offset-sign-flipped': storing(
    'the offset is taken with the wrong sign',
    ['200/date-time/offset', '200/date-time/widest-offset'],
    (n, sent) => 2n * (wallClock(sent) ?? n) - n,
  ),
  'sign-of-half-an-hour-lost': storing(
    'of an offset of less than an hour the sign is lost',
    ['200/date-time/offset', '200/fuzz/date-time'],
    (n, sent) => n - (/-00:(?!00)\d\d$/.test(sent) ? 2n * (n - (wallClock(sent) ?? n)) : 0n),
  ),
  'offset-dropped-behind-fraction': storing(
    'an offset behind a fraction is dropped',
    ['200/date-time/offset', '200/fuzz/date-time'],
    (n, sent) => (sent.includes('.') ? (wallClock(sent) ?? n) : n),
  ),
  'offset-minutes-dropped': storing(
    'only the hours of an offset count',
    ['200/date-time/offset', '200/date-time/widest-offset'],
    (n, sent) => {
      const [, sign, , minutes] = offsetPattern.exec(sent) ?? [];
      return n + (sign === '-' ? -1n : 1n) * BigInt(minutes ?? 0) * 60n * second;
    },
  ),
  'doubled-hour-of-paris-merged': storing(
    'of the hour that clocks in Paris have twice, the second becomes the first',
    '200/date-time/utc',
    (n) => (n >= doubledHourOfParis && n < doubledHourOfParis + hour ? n - hour : n),
  ),
  'doubled-hour-of-new-york-merged': storing(
    'of the hour that clocks in New York have twice, the first becomes the second',
    '200/date-time/utc',
    (n) => (n >= doubledHourOfNewYork - hour && n < doubledHourOfNewYork ? n + hour : n),
  ),
  'documented-form-in-local-time': storing(
    'the documented form is read in a local time, two hours off UTC',
    ['200/date-time/documented-example', '200/date-time/leap-day', '200/date-time/range'],
    (n, sent) => (parseDocumentedForm(sent) === undefined ? n : n - 2n * hour),
  ),
  'rounded-up-to-second': storing('a fraction is rounded up to the next second', everyValue, (n) =>
    n % second === 0n ? n : n - (n % second) + second,
  ),
  'fraction-misread': storing(
    'the digits of a fraction are read as microseconds',
    everyValue,
    (n, sent) => n - (n % second) + BigInt(/\.(\d{1,6})/.exec(sent)?.[1] ?? 0) * 1_000n,
  ),
  'time-of-day-dropped': storing('the time of day is dropped', everyValue, (n) => n - (n % (24n * hour))),
  'seconds-dropped': storing('the seconds are dropped', everyValue, (n) => n - (n % (60n * second))),
  'twelve-hour-clock': storing('afternoon hours become morning hours', everyValue, (n) =>
    n % (24n * hour) >= 12n * hour ? n - 12n * hour : n,
  ),
  'day-and-month-swapped': storing('day and month are swapped where both are months', everyValue, (n) =>
    inDate(n, (date) => {
      if (date.getUTCDate() <= 12) date.setUTCMonth(date.getUTCDate() - 1, date.getUTCMonth() + 1);
    }),
  ),
  'skipped-hour-moved': storing(
    'an hour that summer time skips is the next',
    ['200/date-time/utc', '200/date-time/documented-example'],
    (n) =>
      inDate(n, (date) => {
        const isLastSundayOfMarch =
          date.getUTCMonth() === 2 && date.getUTCDay() === 0 && date.getUTCDate() > 24;
        if (isLastSundayOfMarch && date.getUTCHours() === 2) date.setUTCHours(3);
      }),
  ),
  'leap-day-moved': storing('February 29th becomes March 1st', '200/date-time/leap-day', (n) =>
    inDate(n, (date) => {
      if (date.getUTCMonth() === 1 && date.getUTCDate() === 29) date.setUTCDate(30);
    }),
  ),
  'past-is-epoch': storing('years before 1970 become 1970', '200/date-time/range', (n) => (n < 0n ? 0n : n)),
  'seconds-in-int32': storing(
    'years after 2037 wrap around',
    '200/date-time/range',
    (n) => BigInt.asIntN(32, n / second) * second + (n % second),
  ),
  'one-second-off': storing('every value is a second late', everyValue, (n) => n + second),
  'now-in-place-of-value': storing(
    'the time of the request is stored',
    everyValue,
    // Two requests may come in one millisecond, and not in one microsecond.
    () => BigInt(Math.floor((performance.timeOrigin + performance.now()) * 1_000)) * 1_000n,
  ),
});
