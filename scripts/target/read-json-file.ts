import { readFileSync } from 'node:fs';

import { UsageError } from '../exit-codes';

/** Reads a JSON file that the user named. Throws a {@link UsageError} that names the file and the trouble. */
export function readJsonFile(file: string, what: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${what} ${file} cannot be read: ${reasonOf(error, what)}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${what} ${file} is not JSON: ${(error as Error).message}`);
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
