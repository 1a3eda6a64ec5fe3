import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A program that notes its process id and becomes another. */
export interface PidWrapper {
  /** Runs `program` with its arguments and `extra` ones. */
  readonly path: string;
  /** Undefined until it runs. */
  readonly pid: () => number | undefined;
}

export function pidWrapper(folder: string, program: string, extra: readonly string[]): PidWrapper {
  const path = join(folder, 'k6');
  const pidFile = `${path}.pid`;
  const added = extra.map((each) => ` '${each}'`).join('');
  writeFileSync(path, `#!/bin/sh\necho $$ > '${pidFile}'\nexec '${program}' "$@"${added}\n`, { mode: 0o755 });
  return {
    path,
    pid: () => {
      try {
        return Number(readFileSync(pidFile, 'utf8'));
      } catch {
        return undefined;
      }
    },
  };
}
