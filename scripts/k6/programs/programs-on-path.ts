import { access, constants, stat } from 'node:fs/promises';
import { posix, win32 } from 'node:path';

import { readVariable, type Environment } from './environment';

/**
 * The executable files of that name in the folders of PATH, in its order. Relative folders are left out:
 * what they hold depends on where the command was started.
 */
export async function programsOnPath(
  name: string,
  environment: Environment,
  platform: NodeJS.Platform,
): Promise<string[]> {
  const path = platform === 'win32' ? win32 : posix;
  const folders = (readVariable(environment, 'PATH', platform) ?? '')
    .split(path.delimiter)
    .filter((folder) => path.isAbsolute(folder));
  const files = [...new Set(folders)].map((folder) =>
    path.join(folder, platform === 'win32' ? `${name}.exe` : name),
  );
  const found = await Promise.all(files.map(isExecutable));
  return files.filter((_file, index) => found[index]);
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await access(file, constants.X_OK);
    return (await stat(file)).isFile();
  } catch {
    return false;
  }
}
