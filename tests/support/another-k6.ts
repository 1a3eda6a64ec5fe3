import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { scratchFolder } from './scratch';

/** A k6 of another make, as variables of the command line: a shell script that runs statements and then the real k6. */
export function anotherK6(script: string): Record<string, string> {
  const file = join(scratchFolder(), 'k6');
  writeFileSync(file, `#!/bin/sh\nreal="${process.env['K6_BINARY'] ?? ''}"\n${script}\nexec "$real" "$@"\n`);
  chmodSync(file, 0o755);
  return { K6_BINARY: file };
}
