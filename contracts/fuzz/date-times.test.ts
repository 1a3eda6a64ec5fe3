import fc from 'fast-check';

import {
  isDateTime,
  isDocumentedForm,
  parseDateTime,
  parseDocumentedForm,
} from '../../schemas/formats/date-time';
import { acceptedDateTimes } from '../patch-chatroom/date-times';
import type { Generated } from './kinds';
import { dateTimeKinds, dateTimes, kindsOfDateTime } from './date-times';
import { drawn } from './testing/drawn';

const all = drawn(dateTimes, 3_000);

it('are all valid, in the years 100 to 9999 in UTC as on the wall clock', () => {
  const none = drawn(dateTimes, 3_000).filter(({ input }) => !isDateTime(input) && !isDocumentedForm(input));
  const years = all.map(({ input }) => {
    const instant = (parseDateTime(input) ?? parseDocumentedForm(input))?.epochNanoseconds ?? 0n;
    return [Number(input.slice(0, 4)), new Date(Number(instant / 1_000_000n)).getUTCFullYear()];
  });
  expect(none).toEqual([]);
  expect(Math.min(...years.flat())).toBeGreaterThanOrEqual(100);
  expect(Math.max(...years.flat())).toBeLessThanOrEqual(9_999);
});

it('have at most nine digits of a fraction, and no leap second', () => {
  expect(all.filter(({ input }) => /\.\d{10}|:60/.test(input))).toEqual([]);
});

it.each(dateTimeKinds)('are now and then of the kind %s', (kind) => {
  expect(all.some(({ kinds }) => kinds.includes(kind))).toBe(true);
});

it('leave out a kind', () => {
  const without = new Set(['offset', 'utc']);
  expect(
    drawn(dateTimes, 300, without).filter(({ kinds }) => kinds.some((kind) => without.has(kind))),
  ).toEqual([]);
});

it('are none where every kind is left out', () => {
  expect(dateTimes(new Set(dateTimeKinds))).toBeUndefined();
});

it('shrink to the plainest', () => {
  const arbitrary = dateTimes(new Set());
  if (arbitrary === undefined) throw new Error('nothing to draw');
  const { counterexample } = fc.check(
    fc.property(arbitrary, () => false),
    { seed: 4 },
  );
  const smallest = counterexample?.[0] as Generated<string> | undefined;
  expect(smallest?.input).toMatch(/^1971-01-01[T ]00:00:00(Z|\.000)$/);
});

it.each(acceptedDateTimes.map(({ name, value, obligation }) => [name, String(value), obligation] as const))(
  'has the kind of the plain value: %s',
  (_name, value, obligation) => {
    const kinds: string[] = kindsOfDateTime(value).map((kind) => `200/date-time/${kind}`);
    const isUtcWritten = obligation === '200/date-time/utc';
    expect(isUtcWritten || kinds.includes(obligation)).toBe(true);
  },
);
