import { cut, cutLine } from './cut';

describe('cut', () => {
  it('leaves short text alone', () => {
    expect(cut('abc', 3)).toEqual({ text: 'abc', omitted: 0 });
  });

  it('counts what it leaves out', () => {
    expect(cut('abcdef', 4)).toEqual({ text: 'abcd', omitted: 2 });
  });

  it('does not split a character of two units', () => {
    expect(cutLine('a😀b', 2)).toBe('a…');
  });
});
