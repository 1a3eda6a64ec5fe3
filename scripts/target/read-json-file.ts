import { readFileSync } from 'node:fs';

import { transformSync, type Message, type TransformFailure } from 'esbuild';

import { UsageError } from '../exit-codes';

/** Reads a JSON file that the user named. Throws a {@link UsageError} that names the file and the trouble. */
export function readJsonFile(file: string, what: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${what} ${file} cannot be read: ${reasonOf(error, what)}`);
  }
  // Some editors begin a file with a byte order mark.
  const content = text.replace(/^\ufeff/, '');
  try {
    return JSON.parse(content);
  } catch {
    throw new UsageError(`${what} ${file} is not JSON: ${faultOf(content)}`);
  }
}

/**
 * Where a text stops to be JSON. JSON.parse itself says it by an offset, or by a piece of the text, which may be of a token.
 */
function faultOf(text: string): string {
  const [first] = messagesOf(text);
  if (first === undefined) return 'it cannot be parsed';
  const { line = 1, column = 0 } = first.location ?? {};
  // Signs are shown, words not.
  const words = first.text
    .replace(' in JSON', '')
    .replaceAll(/"((?:\\.|[^"\\])*)"/g, (quoted) => (quoted.length > 3 ? '"…"' : quoted));
  return `line ${line}, column ${column + 1}: ${words}`;
}

function messagesOf(text: string): readonly Message[] {
  try {
    transformSync(text, { loader: 'json', logLevel: 'silent' });
    return [];
  } catch (error) {
    return (error as TransformFailure).errors;
  }
}

/** Where a file that is missing comes from. */
const origins: Readonly<Record<string, string>> = {
  'target file': '; npm run init writes one',
  'waiver file':
    '; take "waivers" out of the target file until npm run contracts -- --baseline FILE has written it',
};

function reasonOf(error: unknown, what: string): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' || code === 'ENOTDIR') return `there is no such file${origins[what] ?? ''}`;
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'permission is denied';
  return message;
}
