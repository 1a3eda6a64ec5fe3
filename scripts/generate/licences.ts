import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { isAllowed } from '../check/supply-chain/is-allowed';
import { allowedLicences, developmentLicences, ownLicences } from '../check/supply-chain/licence-rule';
import { lockedPackages, type LockedPackage, type Lockfile } from '../check/supply-chain/locked-packages';
import { projectFolder } from '../project-folder';
import { tableRow } from './table-row';
import { writeOrCheck } from './write-or-check';

const ruleFile = 'scripts/check/supply-chain/licence-rule.ts';

function page(packages: readonly LockedPackage[]): string {
  const runtime = packages.filter((one) => one.runtime);
  const development = packages.filter((one) => !one.runtime);
  return [
    '<!-- Generated from package-lock.json by npm run generate. Do not edit. -->',
    '',
    '# Licences',
    '',
    `What the suite is run with: ${allowedLicences.join(', ')}, and ${ownLicences.join(', ')}, whose text was read.`,
    `What only develops it may also have ${developmentLicences.join(', ')}. Another licence fails \`npm run check\`: the rule is in`,
    `\`${ruleFile}\`. Where a package names none, its licence file was read, and the rule says so.`,
    '',
    'k6 is AGPL-3.0-only. It is a program of its own, which is started and not linked; an image with k6 inside holds a copy of it, and',
    'whoever passes that on offers its source, which is public and which `load/k6/go.mod` names by version.',
    '',
    `## At run time, ${runtime.length} packages`,
    '',
    '| package | version | licence |',
    '| --- | --- | --- |',
    ...runtime.map(({ name, version, licence = '' }) => tableRow([name, version, licence])),
    '',
    `## For development alone, ${development.length} packages`,
    '',
    '| licence | packages |',
    '| --- | --- |',
    ...[...countByLicence(development)].map(([licence, count]) => tableRow([licence, `${count}`])),
    '',
  ].join('\n');
}

function countByLicence(packages: readonly LockedPackage[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const licence of packages.map((one) => one.licence ?? '').sort()) {
    counts.set(licence, (counts.get(licence) ?? 0) + 1);
  }
  return counts;
}

const lockfile = JSON.parse(readFileSync(join(projectFolder, 'package-lock.json'), 'utf8')) as Lockfile;
const packages = lockedPackages(lockfile);
for (const one of packages.filter((each) => !isAllowed(each))) {
  console.error(
    `${one.name} ${one.version}: the licence ${one.licence ?? 'that it does not name'} is not allowed by ${ruleFile}`,
  );
  process.exitCode = 1;
}
writeOrCheck(join(projectFolder, 'docs', 'licences.md'), page(packages));
