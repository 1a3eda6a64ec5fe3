import { access } from 'node:fs/promises';
import { join } from 'node:path';

import { projectFolder } from '../../project-folder';
import { runToEnd } from './run-to-end';

const version = '2.47.0';

/** Path of the pinned Locust, which is installed into .cache at first; undefined where Python cannot do that. */
export async function findLocust(say: (line: string) => void): Promise<string | undefined> {
  const folder = join(projectFolder, '.cache', `locust-${version}`);
  const path = join(folder, 'bin', 'locust');
  try {
    await access(path);
    return path;
  } catch {
    say(`installing Locust ${version} into ${folder}`);
  }
  try {
    await runToEnd('python3', ['-m', 'venv', folder]);
    await runToEnd(join(folder, 'bin', 'pip'), ['install', '--quiet', `locust==${version}`]);
    return path;
  } catch (error) {
    say(`without Locust: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}
