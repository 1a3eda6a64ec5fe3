import { parseDuration } from './parse-duration';

it.each([
  ['30s', 30],
  ['5m', 300],
  ['1h30m', 5_400],
  ['250ms', 0.25],
  ['1.5s', 1.5],
])('reads %s as %d seconds', (text, seconds) => {
  expect(parseDuration(text)).toBe(seconds);
});

it.each(['', '30', 's', '30s5', '-1s', '1 s', '1d'])('does not read "%s"', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});
