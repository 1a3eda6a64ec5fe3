import { isLoopback } from './loopback';

it.each([
  ['http://127.0.0.1:4010/api/v2', true],
  ['http://localhost/api', true],
  ['http://[::1]:80/', true],
  ['https://staging.example.org/api/v2', false],
  ['http://127.0.0.1.example.org/', false],
  ['http://localhost.example.org/', false],
])('%s: %p', (url, expected) => {
  expect(isLoopback(url)).toBe(expected);
});
