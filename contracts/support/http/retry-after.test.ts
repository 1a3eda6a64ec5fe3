import { retryAfterMs } from './retry-after';

const nowMs = Date.UTC(2023, 9, 6, 13, 41, 9);

it.each([
  ['0', 0],
  ['120', 120_000],
  [' 5 ', 5_000],
  ['Fri, 06 Oct 2023 13:42:09 GMT', 60_000],
  ['Friday, 06-Oct-23 13:42:09 GMT', 60_000],
  ['Fri Oct  6 13:42:09 2023', 60_000],
  ['Fri, 06 Oct 2023 13:00:00 GMT', 0],
])('"%s" asks to wait %d ms', (value, expected) => {
  expect(retryAfterMs(value, nowMs)).toBe(expected);
});

it.each([undefined, '', 'soon', '-5', '1.5', '5, 10', '5s', 'in 5', 'Fri, 99 Foo', '2023-10-06T13:42:09Z'])(
  '%p asks for nothing',
  (value) => {
    expect(retryAfterMs(value, nowMs)).toBeUndefined();
  },
);
