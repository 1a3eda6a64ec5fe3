import type { Search } from './search';
import { outputOf } from './programs/output-of';

export const usableMajor = 2;

/** Reads the first line of `k6 version`, such as "k6 v2.2.0 (go1.26.8, linux/amd64)", as "2.2.0". */
export function parseK6Version(output: string): string | undefined {
  return /^k6(?:\.exe)? v?(\d+\.\d+\.\d+(?:-[\w.-]+)?)(?![\w.-])/.exec(output)?.[1];
}

/** Runs `k6 version`. Throws an Error whose message says why the file is no usable k6, without naming it. */
export async function readK6Version(file: string, search: Search): Promise<string> {
  const output = await outputOf(file, ['version'], { ...search, timeLimitMs: search.limits.versionMs });
  const version = parseK6Version(output);
  if (version === undefined) {
    throw new Error(`"version" printed ${JSON.stringify(output.slice(0, 80))}, not "k6 v${usableMajor}.…"`);
  }
  return version;
}

/** Like {@link readK6Version}, for an executable that the user brought along: any 2.x will do. */
export async function readUsableK6Version(file: string, search: Search): Promise<string> {
  const version = await readK6Version(file, search);
  if (Number.parseInt(version, 10) !== usableMajor) {
    throw new Error(`it is k6 ${version}; this suite needs k6 ${usableMajor}.x`);
  }
  return version;
}
