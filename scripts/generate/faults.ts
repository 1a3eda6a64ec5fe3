import { join } from 'node:path';

import { faults } from '../../reference/faults/catalogue';
import { variants } from '../../reference/variants/catalogue';
import { projectFolder } from '../project-folder';
import { tableRow } from './table-row';
import { writeOrCheck } from './write-or-check';

const outputFile = join(projectFolder, 'docs', 'faults.md');

function page(): string {
  return [
    '<!-- Generated from reference/faults and reference/variants by npm run generate. Do not edit. -->',
    '',
    '# Faults',
    '',
    `The embedded API can be started with each of ${faults.length} faults (\`npm run reference -- --fault NAME\`), which prove that the`,
    'checks can fail: `npm test` runs the suite against every one. The first obligation of a row must be found broken;',
    'the others may be with it, and nothing else. An id that ends with a slash stands for all below it.',
    '',
    '| fault | what it does | caught as | ledger |',
    '| --- | --- | --- | --- |',
    ...faults.map(({ name, description, breaks, policy }) =>
      tableRow([`\`${name}\``, description, caughtAs(breaks), policy.join(', ')]),
    ),
    '',
    '## Correct variants',
    '',
    `${variants.length} APIs that differ from the embedded one in what the ledger leaves open. None may be accused of anything.`,
    '',
    '| variant | what it does | ledger |',
    '| --- | --- | --- |',
    ...variants.map(({ name, description, policy }) =>
      tableRow([`\`${name}\``, description, policy.join(', ')]),
    ),
    '',
  ].join('\n');
}

function caughtAs(breaks: readonly string[]): string {
  if (breaks.length === 0) return 'a target that cannot be used (exit code 3)';
  return breaks.map((id) => `\`${id}\``).join(' ');
}

writeOrCheck(outputFile, page());
