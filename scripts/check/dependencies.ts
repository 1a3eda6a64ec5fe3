import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { projectFolder } from '../project-folder';
import { dependencyFaults } from './supply-chain/dependency-faults';

const page = 'docs/decisions/0004-dependencies.md';

/** Holds package.json against the page that says what each runtime dependency is for. */
const { dependencies } = JSON.parse(readFileSync(join(projectFolder, 'package.json'), 'utf8')) as {
  dependencies: Record<string, string>;
};
for (const fault of dependencyFaults(
  Object.keys(dependencies),
  readFileSync(join(projectFolder, page), 'utf8'),
)) {
  console.error(`${page}: ${fault}`);
  process.exitCode = 1;
}
