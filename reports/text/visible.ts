const controlPictures = 0x24_00;

/** Controls, formats (marks that turn the reading direction, joiners), separators of lines that are none. */
const invisible = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/**
 * Provider text as a reader can trust it: control characters become their pictures (␛ for ESC), marks that turn
 * the reading direction become their escape (\u202e). Line breaks and tabs stay.
 */
export function visible(text: string): string {
  return wellFormed(text)
    .replaceAll('\r\n', '\n')
    .replace(invisible, (character) => picture(character.codePointAt(0) ?? 0));
}

/** Lone surrogates cannot be written as UTF-8: they become replacement characters, as a decoder would have it. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\ufffd');
}

function picture(code: number): string {
  if (code <= 0x1f) return String.fromCharCode(controlPictures + code);
  if (code === 0x7f) return '\u2421';
  const hex = code.toString(16).padStart(4, '0');
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex}`;
}
