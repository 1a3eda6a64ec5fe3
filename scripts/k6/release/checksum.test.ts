import { checksumOf } from './checksum';

const sum = 'a1'.repeat(32);
const other = 'b2'.repeat(32);

test.each([
  ['text mode', `${other}  k6.zip\n${sum}  k6.tar.gz\n`],
  ['binary mode', `${sum} *k6.tar.gz\n`],
  ['Windows line ends and capitals', `${sum.toUpperCase()}  k6.tar.gz\r\n`],
  ['a repeated line', `${sum}  k6.tar.gz\n${sum}  k6.tar.gz\n`],
])('reads a line in %s', (_form, text) => {
  expect(checksumOf('k6.tar.gz', text)).toBe(sum);
});

test.each([
  ['no lines', ''],
  ['another file', `${sum}  k6.tar.gz.sig\n`],
  ['too few digits', `${sum.slice(1)}  k6.tar.gz\n`],
  ['a web page', '<html>k6.tar.gz</html>'],
])('finds no checksum in %s', (_form, text) => {
  expect(() => checksumOf('k6.tar.gz', text)).toThrow("the release's checksums have no line for k6.tar.gz");
});

test('does not choose between two checksums', () => {
  expect(() => checksumOf('k6.zip', `${sum}  k6.zip\n${other}  k6.zip\n`)).toThrow('several lines');
});
