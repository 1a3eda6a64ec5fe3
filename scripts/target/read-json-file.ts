import { readFileSync } from 'node:fs';

import { UsageError } from '../exit-codes';

/** Reads a JSON file that the user named. Throws a {@link UsageError} that names the file and the trouble. */
export function readJsonFile(file: string, what: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const help = what === 'target file' ? '; npm run init writes one' : '';
    throw new UsageError(`${what} ${file} cannot be read: ${reasonOf(error)}${help}`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(`${what} ${file} is not JSON: ${(error as Error).message}`);
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  if (code === 'EACCES') return 'permission is denied';
  return message;
}
