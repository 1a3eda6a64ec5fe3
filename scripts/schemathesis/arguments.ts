import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { schemathesisFolder } from './install';

const tokenVariable = 'POPSELL_TOKEN';

/**
 * The arguments of `st` for a run of a document. The token is read from POPSELL_TOKEN, by a configuration file,
 * so that it stands in no command line.
 */
export function runArguments(document: string, baseUrl: string, more: readonly string[]): string[] {
  const configuration = join(schemathesisFolder, 'schemathesis.toml');
  const lines = [
    `base-url = ${JSON.stringify(baseUrl)}`,
    `headers = { Authorization = "Bearer \${${tokenVariable}}" }`,
    // Such as that most answers were 404, or that nothing was let in: then no failure proves little.
    'warnings = { fail-on = true }',
  ];
  writeFileSync(configuration, `${lines.join('\n')}\n`);
  return ['--config-file', configuration, 'run', document, ...more];
}
