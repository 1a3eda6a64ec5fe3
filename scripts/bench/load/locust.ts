import { join } from 'node:path';

import { messageOf } from '../../k6/message-of';
import { projectFolder } from '../../project-folder';
import { pythonProgram } from '../../python/python-program';

/** Path of the pinned Locust, which is installed at first; undefined where Python cannot do that. */
export async function findLocust(say: (line: string) => void): Promise<string | undefined> {
  try {
    return await pythonProgram({
      program: 'locust',
      requirements: join(__dirname, 'requirements.txt'),
      folder: join(projectFolder, '.cache', 'locust'),
      say,
    });
  } catch (error) {
    say(`without Locust: ${messageOf(error)}`);
    return undefined;
  }
}
