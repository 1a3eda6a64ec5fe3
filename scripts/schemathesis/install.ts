import { join } from 'node:path';

import { projectFolder } from '../project-folder';
import { pythonProgram } from '../python/python-program';

/** Everything of Schemathesis, what it writes while it runs included. */
export const schemathesisFolder = join(projectFolder, '.cache', 'schemathesis');

/** The path of the pinned Schemathesis' program, which is installed at first. Throws as {@link pythonProgram} does. */
export function installSchemathesis(say: (line: string) => void): Promise<string> {
  const requirements = join(__dirname, 'requirements.txt');
  return pythonProgram({ program: 'st', requirements, folder: schemathesisFolder, say });
}
