import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';

import { projectFolder } from '../project-folder';

/** Writes a generated file; with --check it only compares, and the program ends with 1 where the file is stale. */
export function writeOrCheck(file: string, text: string): void {
  if (!process.argv.includes('--check')) {
    writeFileSync(file, text);
    return;
  }
  if (readFileSync(file, 'utf8') !== text) {
    console.error(`${relative(projectFolder, file)} is stale: run npm run generate`);
    process.exitCode = 1;
  }
}
