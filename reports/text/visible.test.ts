import { visible } from './visible';

describe('visible', () => {
  it.each([
    ['an escape sequence', '\u001b[31mred', '\\u001b[31mred'],
    ['a null', 'a\u0000b', 'a\\u0000b'],
    ['a delete', '\u007f', '\\u007f'],
    ['an 8-bit control', '\u009b2J', '\\u009b2J'],
    ['a turned reading direction', 'a\u202egnp.exe', 'a\\u202egnp.exe'],
    ['an isolate', '\u2067x\u2069', '\\u2067x\\u2069'],
    ['a tag character', '\u{e0041}', '\\u{e0041}'],
    ['a line separator', 'a\u2028b', 'a\\u2028b'],
    ['line breaks and tabs, which stay', 'a\r\n\tb', 'a\n\tb'],
    ['right-to-left letters, which stay', 'שלום', 'שלום'],
  ])('shows %s', (_, text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it('replaces half a surrogate pair and keeps whole ones', () => {
    expect(visible('\ud800 and 😀')).toBe('\ufffd and 😀');
  });
});
