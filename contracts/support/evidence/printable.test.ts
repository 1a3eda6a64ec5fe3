import { printable } from './printable';

it.each([
  ['an escape sequence', '\u001b[31mred', '␛[31mred'],
  ['a mark that turns the direction', 'a\u202eb', 'a\\u{202e}b'],
  ['half a character', 'a\ud800b', 'a\\u{d800}b'],
  ['a workflow command', 'x\n  ::error::y\n::add-mask::z', 'x\n  : :error::y\n: :add-mask::z'],
  [
    'commands of other systems',
    '##[error]a ##vso[task]b ##teamcity[c]',
    '## [error]a ## vso[task]b ## teamcity[c]',
  ],
  ['plain lines', 'a\n\tb :: c\r\nd', 'a\n\tb :: c\nd'],
])('shows %s without its effect', (_, text, expected) => {
  expect(printable(text)).toBe(expected);
});
