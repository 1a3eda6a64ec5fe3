import { parseK6Version } from './k6-version';

test.each([
  ['k6 v2.2.0 (go1.26.8, linux/amd64)\n', '2.2.0'],
  ['k6 v2.2.0 (commit/0123456789, go1.26.8, darwin/arm64)\nExtensions:\n  x v1.2.3\n', '2.2.0'],
  ['k6.exe v2.10.3 (go1.26.8, windows/amd64)\r\n', '2.10.3'],
  ['k6 v2.2.0+dirty (commit/0123456789-dirty, go1.26.8, linux/amd64)\n', '2.2.0'],
  ['k6 v3.0.0-rc1 (go1.26.8, linux/amd64)\n', '3.0.0-rc1'],
  ['k6 v1.4.2 (commit/0123456789, go1.25.1, linux/amd64)\n', '1.4.2'],
])('reads %j as %s', (output, version) => {
  expect(parseK6Version(output)).toBe(version);
});

test.each(['', 'k6', 'k6 (devel)', 'k66 v2.2.0', 'bash: k6 v2.2.0', 'k6 v2.2'])(
  'finds no version in %j',
  (output) => {
    expect(parseK6Version(output)).toBeUndefined();
  },
);
