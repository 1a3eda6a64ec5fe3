import { join } from 'node:path';

import { catalogue } from '../../contracts/obligations/catalogue';
import { notices } from '../../contracts/obligations/notices';
import { groupOf, type Obligation } from '../../contracts/obligations/obligation';
import ledger from '../../schemas/policy/ledger.json';
import { projectFolder } from '../project-folder';
import { specsOfObligations } from './specs-of-obligations';
import { tableRow } from './table-row';
import { writeOrCheck } from './write-or-check';

const outputFile = join(projectFolder, 'docs', 'obligations.md');
const specsOf = specsOfObligations();
const groups = ['200', '401', '403', '404', '422', 'any'] as const;

function page(): string {
  return [
    '<!-- Generated from contracts/obligations by npm run generate. Do not edit. -->',
    '',
    '# Obligations',
    '',
    `Each of the ${catalogue.length} promises that the suite tries, the place in the documentation that makes it, the ledger entries`,
    'that read the documentation there, and the spec that tries it.',
    ...groups.flatMap(section),
    '',
    '## Notices',
    '',
    'Worth knowing; a notice breaks no promise. `--explain CODE` says more.',
    '',
    '| code | means | ledger |',
    '| --- | --- | --- |',
    ...Object.entries(notices).map(([code, { title, policy }]) =>
      tableRow([`\`${code}\``, title, policy.join(', ')]),
    ),
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
    '| id | promise | documentation | ledger | spec |',
    '| --- | --- | --- | --- | --- |',
    ...own.map(({ id, title, documentation, policy }: Obligation) =>
      tableRow([`\`${id}\``, title, documentation, policy.join(', '), specsOf.get(id)?.join(', ') ?? '']),
    ),
  ];
}

/** An obligation that nothing tries is a promise that nothing holds the API to. */
function demandSpecs(): void {
  const untried = catalogue.filter(({ id }) => !specsOf.has(id));
  if (untried.length === 0) return;
  console.error(`no spec of contracts/patch-chatroom tries ${untried.map(({ id }) => id).join(', ')}`);
  process.exitCode = 1;
}

writeOrCheck(outputFile, page());
demandSpecs();
