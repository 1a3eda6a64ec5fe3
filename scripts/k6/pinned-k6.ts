import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The k6 that this suite brings along: go.mod in load/k6/ is the one place that pins it. */
export interface PinnedK6 {
  /** Such as "2.2.0". */
  readonly version: string;
  /** The oldest Go that builds it, such as "1.25.0". */
  readonly goVersion: string;
}

export const k6Package = 'go.k6.io/k6/v2';

export async function readPinnedK6(moduleFolder: string): Promise<PinnedK6> {
  const file = join(moduleFolder, 'go.mod');
  const pinned = parseGoMod(await readFile(file, 'utf8'));
  if (pinned === undefined) throw new Error(`${file} has no "go" line or requires no ${k6Package}`);
  return pinned;
}

export function parseGoMod(text: string): PinnedK6 | undefined {
  const goVersion = /^go (\d+(?:\.\d+)*)\s*$/m.exec(text)?.[1];
  const version = /^(?:require)?\s+go\.k6\.io\/k6\/v2 v(\S+)/m.exec(text)?.[1];
  return goVersion === undefined || version === undefined ? undefined : { version, goVersion };
}
