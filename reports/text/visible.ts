import { wellFormed } from '../../schemas/run/well-formed';

/** Controls, formats (marks that turn the reading direction, joiners), separators of lines that are none. */
const invisible = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}]/gu;

/**
 * Provider text as a reader can trust it: control characters and marks that turn the reading direction become their
 * escapes (\u001b, \u202e), which every font can draw. Line breaks and tabs stay.
 */
export function visible(text: string): string {
  return wellFormed(text)
    .replaceAll('\r\n', '\n')
    .replace(invisible, (character) => escapeOf(character.codePointAt(0) ?? 0));
}

function escapeOf(code: number): string {
  const hex = code.toString(16).padStart(4, '0');
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex}`;
}
