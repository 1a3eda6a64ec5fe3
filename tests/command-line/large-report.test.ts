import { spawnSync } from 'node:child_process';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { largeRun } from '../../reports/fixtures/large-run';
import { scratchFolder } from '../support/scratch';

const projectFolder = join(__dirname, '../..');

/** Renders a folder in a process of its own and prints the most memory that it had, in kB. */
const script = `
  const { readRun, writeReport } = require('./reports/index.ts');
  const [folder] = process.argv.slice(-1);
  writeReport(readRun(folder), folder).then(() => console.log(process.resourceUsage().maxRSS));
`;

test('a run of 1,000,000 requests, 8 brands and 200 violations takes at most 300 MB and 1.5 MB of file', () => {
  const folder = scratchFolder();
  const { contract, load } = largeRun();
  writeFileSync(join(folder, 'contract.json'), JSON.stringify(contract));
  writeFileSync(join(folder, 'load.json'), JSON.stringify(load));
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--eval', script, '--', folder],
    { cwd: projectFolder, encoding: 'utf8' },
  );
  expect(stderr).toBe('');
  expect(Number(stdout)).toBeGreaterThan(50_000);
  expect(Number(stdout)).toBeLessThanOrEqual(300_000);
  expect(statSync(join(folder, 'index.html')).size).toBeLessThanOrEqual(1_500_000);
});
