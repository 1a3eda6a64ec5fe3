import { execFile } from 'node:child_process';
import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { lockedPackages, type Lockfile } from '../../scripts/check/supply-chain/locked-packages';
import { scratchFolder } from '../support/scratch';

const projectFolder = join(__dirname, '../..');

interface Component {
  readonly purl: string;
  readonly hashes: readonly unknown[];
  readonly properties: readonly { readonly name: string; readonly value: string }[];
}

interface Bom {
  readonly bomFormat: string;
  readonly components: readonly Component[];
}

/** npm's own --omit dev leaves out what development needs as well, Jest among it: so it is read from here. */
const isForDevelopment = ({ properties }: Component): boolean =>
  properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');

test('npm run sbom lists every package of the lockfile, and marks those of development', async () => {
  const folder = scratchFolder();
  for (const file of ['package.json', 'package-lock.json']) {
    copyFileSync(join(projectFolder, file), join(folder, file));
  }
  // A shell, for npm is a .cmd on Windows; there is nothing in the line that one could misread.
  await promisify(execFile)('npm run sbom', { cwd: folder, shell: true });
  const { bomFormat, components } = JSON.parse(readFileSync(join(folder, 'sbom.cdx.json'), 'utf8')) as Bom;
  const locked = lockedPackages(
    JSON.parse(readFileSync(join(folder, 'package-lock.json'), 'utf8')) as Lockfile,
  );

  expect(bomFormat).toBe('CycloneDX');
  const listed = components.map((one) => `${decodeURIComponent(one.purl)} ${String(isForDevelopment(one))}`);
  const expected = locked.map((one) => `pkg:npm/${one.name}@${one.version} ${String(!one.runtime)}`);
  expect([...new Set(listed)].sort()).toEqual(expected.sort());
  expect(components.filter(({ hashes }) => hashes.length === 0)).toEqual([]);
});
