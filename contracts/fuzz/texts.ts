import fc from 'fast-check';

/** A refusal may quote what was sent, which must not look like a path of the server. */
const looksLikePath = /[/\\]/;

/**
 * One character of what texts are made of: mostly ASCII, some of other scripts, emoji, marks and controls. A list of
 * our own: fast-check's named units take half a second to be made.
 */
const character = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(...Array.from('éßñŁøΩжשבعمहि中文日本한국ไทย'), '👩‍👩‍👧', '🇫🇷', '💬', 'e\u0301'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '\u0000',
      '\t',
      '\n',
      '\u001b',
      '\u007f',
      '\u00a0',
      '\u200b',
      '\u202e',
      '\ufeff',
      '\ufffd',
    ),
  },
);

/** Any character of one UTF-16 unit, assigned or not. */
const anyUnit = fc.integer({ min: 0, max: 0xd7ff }).map((code) => String.fromCharCode(code));

/** Any text without a slash: letters of many scripts, emoji, controls; no half of a surrogate pair. */
export function texts(maxLength: number): fc.Arbitrary<string> {
  const units = [fc.string({ unit: character, maxLength }), fc.string({ unit: anyUnit, maxLength })];
  return fc.oneof(...units).filter((text) => !looksLikePath.test(text));
}

/** Any JSON value whose texts hold no slash. */
export const jsonValues: fc.Arbitrary<fc.JsonValue> = fc
  .jsonValue({ maxDepth: 3, stringUnit: character })
  // Written as JSON, a backslash of a text is two, and an escape has one.
  .filter((value) => !/\/|\\\\/.test(JSON.stringify(value)));

/** Texts of some characters. */
export function wordsOf(characters: string, maxLength: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...Array.from(characters)), minLength: 1, maxLength });
}

export const letters = 'abcdefghijklmnopqrstuvwxyz';
/** Letters that no way of writing a number has: 1e5, 0x1f, 5n, 5L, 2.5f. */
export const lettersOfNoNumber = 'ghijkmpqrstuvwyz';
