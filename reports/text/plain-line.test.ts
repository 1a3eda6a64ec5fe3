import { plainLine } from './plain-line';

describe('plainLine', () => {
  it.each([
    ['colours', '\u001b[1;31mred\u001b[0m', 'red'],
    ['8-bit sequences', '\u009b31mred', 'red'],
    ['window titles', '\u001b]0;owned\u0007text', 'text'],
    ['links', '\u001b]8;;x:y\u001b\\text\u001b]8;;\u001b\\', 'text'],
    ['device strings', 'a\u001bPq#0\u001b\\b', 'ab'],
    ['sequences without an end', 'text\u001b]0;owned', 'text'],
    ['a lone escape', 'text\u001b', 'text'],
    ['line breaks', 'one\r\ntwo', 'one two'],
    ['bells and backspaces', 'a\u0007\u0008b', 'ab'],
    ['turned reading direction', 'a\u202eb', 'ab'],
  ])('removes %s', (_, text, plain) => {
    expect(plainLine(text)).toBe(plain);
  });

  it('cuts long text and says so', () => {
    expect(plainLine('x'.repeat(10_000_000), 5)).toBe('xxxxx…');
  });

  it.each([
    ['::error::x', ': :error::x'],
    ['\u001b[0m::add-mask::x', ': :add-mask::x'],
    ['see ##vso[task.setvariable]x', 'see ## vso[task.setvariable]x'],
    ['a :: b', 'a :: b'],
  ])('lets no CI system obey %j', (text, expected) => {
    expect(plainLine(text)).toBe(expected);
  });
});
