import fc from 'fast-check';

/** A refusal may quote what was sent, which must not look like a path of the server. */
const looksLikePath = /[/\\]/;

/** Any text without a slash: letters of all scripts, emoji, controls; no half of a surrogate pair. */
export function texts(maxLength: number): fc.Arbitrary<string> {
  const units = [fc.string({ unit: 'grapheme', maxLength }), fc.string({ unit: 'binary', maxLength })];
  return fc.oneof(...units).filter((text) => !looksLikePath.test(text));
}

/** Any JSON value whose texts hold no slash. */
export const jsonValues: fc.Arbitrary<fc.JsonValue> = fc
  .jsonValue({ maxDepth: 3, stringUnit: 'grapheme' })
  // Written as JSON, a backslash of a text is two, and an escape has one.
  .filter((value) => !/\/|\\\\/.test(JSON.stringify(value)));

/** Texts of some characters. */
export function wordsOf(characters: string, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...Array.from(characters)), minLength: 1, maxLength });
}

export const letters = 'abcdefghijklmnopqrstuvwxyz';
/** Letters that no way of writing a number has: 1e5, 0x1f, 5n, 5L, 2.5f. */
export const lettersOfNoNumber = 'ghijkmpqrstuvwyz';
