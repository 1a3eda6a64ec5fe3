import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ContractResult } from '../../schemas/generated/types';

/** A result whose violations name the line of their spec, for those who annotate files. */
export function withSpecLines(result: ContractResult, projectFolder: string): ContractResult {
  const violations = result.violations.map((violation) => {
    const line =
      violation.spec === undefined ? undefined : lineIn(projectFolder, violation.spec, violation.obligation);
    return line === undefined ? violation : { ...violation, line };
  });
  return { ...result, violations };
}

/** The line that names an obligation; of what follows from a schema, the first that tries any obligation. */
function lineIn(projectFolder: string, spec: string, obligation: string): number | undefined {
  const lines = linesOf(join(projectFolder, spec));
  const named = lines.findIndex((line) => line.includes(`'${obligation}'`));
  const any = lines.findIndex((line) => /\bobligation(?:sSeen)?\(/.test(line));
  const index = named === -1 ? any : named;
  return index === -1 ? undefined : index + 1;
}

function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}
