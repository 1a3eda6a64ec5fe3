import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { catalogue } from '../../contracts/obligations/catalogue';
import { groupOf, type Obligation } from '../../contracts/obligations/obligation';
import ledger from '../../schemas/policy/ledger.json';
import { projectFolder } from '../project-folder';
import { tableRow } from './table-row';

const outputFile = join(projectFolder, 'docs', 'obligations.md');
const groups = ['200', '401', '403', '404', '422', 'any'] as const;

/** Writes docs/obligations.md from the catalogue; with --check it only compares, and exits 1 where it is stale. */
function main(): void {
  const text = page();
  if (!process.argv.includes('--check')) {
    writeFileSync(outputFile, text);
    return;
  }
  if (readFileSync(outputFile, 'utf8') !== text) {
    console.error('docs/obligations.md is stale: run npm run generate');
    process.exitCode = 1;
  }
}

function page(): string {
  return [
    '<!-- Generated from contracts/obligations by npm run generate. Do not edit. -->',
    '',
    '# Obligations',
    '',
    `Each of the ${catalogue.length} promises that the suite tries, the place in the documentation that makes it, and the ledger`,
    'entries that read the documentation there.',
    ...groups.flatMap(section),
    '',
    '## Ledger',
    '',
    'How the documentation is read where it is silent or contradicts itself.',
    '',
    '| | the documentation | the reading |',
    '| --- | --- | --- |',
    ...ledger.map(({ number, documentation, reading }) => tableRow([String(number), documentation, reading])),
    '',
  ].join('\n');
}

function section(group: (typeof groups)[number]): string[] {
  const own = catalogue.filter((obligation) => groupOf(obligation) === group);
  return [
    '',
    `## ${group === 'any' ? 'Every answer' : group}`,
    '',
    '| id | promise | documentation | ledger |',
    '| --- | --- | --- | --- |',
    ...own.map(({ id, title, documentation, policy }: Obligation) =>
      tableRow([`\`${id}\``, title, documentation, policy.join(', ')]),
    ),
  ];
}

main();
