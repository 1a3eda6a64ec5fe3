import { existsSync } from 'node:fs';

import { systemZipReader } from '../release/system-zip-reader';

/** A bsdtar of this machine: on macOS and Windows the system's, on Linux where somebody has installed one. */
export function zipReaderHere(): string | undefined {
  const file =
    process.platform === 'linux' ? '/usr/bin/bsdtar' : systemZipReader(process.env, process.platform);
  return existsSync(file) ? file : undefined;
}
