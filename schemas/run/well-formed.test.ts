import { wellFormed, wellFormedJson } from './well-formed';

it('replaces half of a surrogate pair, and leaves whole ones', () => {
  expect(wellFormed('\ud800 and 😀')).toBe('\ufffd and 😀');
});

it.each([
  ['half of a pair', '\udc00', '"\ufffd"'],
  ['two halves', '\ud800\ud801', '"\ufffd\ufffd"'],
  ['a half behind a backslash', '\\\ud800', '"\\\\\ufffd"'],
  ['the escape of a half as text', '\\ud800', '"\\\\ud800"'],
  ['a pair', '😀', '"😀"'],
])('writes %s so that every reader takes it', (_, text, written) => {
  expect(wellFormedJson(text)).toBe(written);
  expect(JSON.parse(wellFormedJson({ [text]: [text] }))).toEqual({ [wellFormed(text)]: [wellFormed(text)] });
});
