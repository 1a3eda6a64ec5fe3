import { win32 } from 'node:path';

import { readVariable, type Environment } from '../programs/environment';

/**
 * The tar of macOS and Windows is bsdtar, which reads zip. It is named by its path: a tar that somebody has put
 * before it on PATH, such as that of Git for Windows, may be GNU's, which does not.
 */
export function systemZipReader(environment: Environment, platform: NodeJS.Platform): string {
  if (platform !== 'win32') return '/usr/bin/tar';
  return win32.join(
    readVariable(environment, 'SystemRoot', platform) ?? 'C:\\Windows',
    'System32',
    'tar.exe',
  );
}
