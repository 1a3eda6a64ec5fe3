import { redirectTarget } from './redirect-target';

test.each([
  ['https://a.example/x/y', 'https://b.example/z?key=1', 'https://b.example/z?key=1'],
  ['https://a.example/x/y', '/z', 'https://a.example/z'],
  ['http://a.example/x/y', 'z', 'http://a.example/x/z'],
  ['http://a.example/x', 'https://b.example/x', 'https://b.example/x'],
])('follows %s to %s', (from, location, target) => {
  expect(redirectTarget(new URL(from), location).href).toBe(target);
});

test.each([
  ['https://a.example/x', 'http://b.example/x', 'redirected from https: to http://b.example'],
  ['http://a.example/x', 'file:///etc/hosts', 'redirected from http: to file://'],
])('does not follow %s to %s', (from, location, message) => {
  expect(() => redirectTarget(new URL(from), location)).toThrow(message);
});
