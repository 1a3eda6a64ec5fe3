/** Controls, and marks that turn the reading direction. Line breaks and tabs stay. */
const invisible = /(?![\n\t])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/** Text of a provider, fit for a terminal and for a log that a CI system reads for commands. */
export function printable(text: string): string {
  return text
    .replaceAll('\r\n', '\n')
    .replace(invisible, (character) => {
      const code = character.codePointAt(0) ?? 0;
      return code <= 0x1f ? String.fromCharCode(0x24_00 + code) : `\\u{${code.toString(16)}}`;
    })
    .replace(/^(\s*)::/gm, '$1: :')
    .replace(/##(?=\[|vso\[|teamcity\[)/g, '## ');
}
