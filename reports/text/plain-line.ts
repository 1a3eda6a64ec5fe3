import { cutLine } from './cut';
import { wellFormed } from '../../schemas/run/well-formed';

const escape = '\u001b';
const bell = '\u0007';

/** Terminal sequences in their 7-bit and 8-bit forms. Those without an end reach to the end of the text. */
const sequences = new RegExp(
  [
    `(?:${escape}\\[|\u009b)[0-?]*[ -/]*[@-~]?`,
    // Titles, links, and device strings carry text that nobody should see either.
    `(?:${escape}[\\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^${bell}${escape}\u009c]*(?:${bell}|${escape}\\\\|\u009c)?`,
    `${escape}[ -/]*[0-~]?`,
  ].join('|'),
  'g',
);
const invisible = /(?!\s)[\p{Cc}\p{Cf}\p{Noncharacter_Code_Point}]/gu;

/** One harmless line for a terminal: no escape sequences, no control characters, no turned reading direction. */
export function plainLine(text: string, length = 400): string {
  // A sequence may be longer than what is shown of it, so cut generously before and exactly after.
  const start = text.slice(0, length * 8);
  const plain = wellFormed(start).replace(sequences, '').replace(invisible, '').replace(/\s+/g, ' ').trim();
  return cutLine(withoutCommands(plain), length);
}

/** CI systems obey lines of a log that look like their commands: GitHub's by their beginning, others' anywhere. */
function withoutCommands(line: string): string {
  return line.replace(/^::/, ': :').replace(/##(?=\[|vso\[|teamcity\[)/g, '## ');
}
