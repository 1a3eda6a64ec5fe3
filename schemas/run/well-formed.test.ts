import { wellFormed, wellFormedJson } from './well-formed';

it('replaces half of a surrogate pair, and leaves whole ones', () => {
  expect(wellFormed('\ud800 and 😀')).toBe('\ufffd and 😀');
});

it('writes no escape of half a pair, however deep', () => {
  expect(wellFormedJson({ a: [{ b: 'x\udc00' }, '\\ud800', 1, null] })).toBe(
    '{"a":[{"b":"x\ufffd"},"\\\\ud800",1,null]}',
  );
});
