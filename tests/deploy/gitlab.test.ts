import { spawn } from 'node:child_process';
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';

import { parse } from 'yaml';

import { startReference, type Reference } from '../../reference/start-reference';
import { scratchFile, scratchFolder } from '../support/scratch';

const projectFolder = join(__dirname, '../..');
const rooms = ['schemas', 'contracts', 'load', 'reference', 'reports', 'scripts'];

interface Job {
  readonly script: readonly string[];
  readonly after_script?: readonly string[];
}
const template = parse(readFileSync(join(projectFolder, 'deploy/gitlab/.gitlab-ci.yml'), 'utf8')) as Readonly<
  Record<'contracts' | 'load' | 'pages', Job>
>;

let reference: Reference;
beforeAll(async () => {
  reference = await startReference();
});
afterAll(() => reference.close());

/** Runs lines of a job, as GitLab does in one shell, in a checkout of its own; gives the exit code. */
function runnerIn(checkout: string): (lines: readonly string[]) => Promise<number | null> {
  const names = ['package.json', 'tsconfig.json', 'jest.config.ts', ...rooms];
  for (const name of names) {
    cpSync(join(projectFolder, name), join(checkout, name), {
      recursive: true,
      filter: (file) => !['runs', 'dist'].includes(basename(file)),
    });
  }
  symlinkSync(join(projectFolder, 'node_modules'), join(checkout, 'node_modules'), 'junction');
  const { token, forbiddenToken = '', brands } = reference.target;
  const env = {
    ...process.env,
    TARGET: scratchFile({ name: 'staging', baseUrl: reference.baseUrl, token: '${POPSELL_TOKEN}', brands }),
    POPSELL_TOKEN: token,
    POPSELL_FORBIDDEN_TOKEN: forbiddenToken,
    POPSELL_PROFILE: 'smoke',
    POPSELL_CACHE_DIR: process.env['POPSELL_CACHE_DIR'] ?? join(projectFolder, '.cache'),
  };
  return (lines) =>
    new Promise((resolve, reject) => {
      spawn('bash', ['-e', '-c', lines.join('\n')], { cwd: checkout, env, stdio: 'ignore' })
        .once('error', reject)
        .once('exit', resolve);
    });
}

test('contracts: the script passes, and there is nothing left to put back', async () => {
  const checkout = scratchFolder();
  const run = runnerIn(checkout);
  expect(await run(template.contracts.script)).toBe(0);
  expect(existsSync(join(checkout, 'reports/runs/contracts/junit.xml'))).toBe(true);
  expect(await run(template.contracts.after_script ?? [])).toBe(0);
});

test('load: the script keeps the history, and Pages show all runs and the last report', async () => {
  const checkout = scratchFolder();
  const run = runnerIn(checkout);
  // A busy machine may cross a threshold: what is left behind is the same.
  expect([0, 99]).toContain(await run(template.load.script));
  expect(existsSync(join(checkout, '.cache/history/staging.json'))).toBe(true);
  expect(await run(template.load.after_script ?? [])).toBe(0);
  expect(await run(template.pages.script)).toBe(0);
  expect(readFileSync(join(checkout, 'public/index.html'), 'utf8')).toContain('<table');
  expect(existsSync(join(checkout, 'public/load.html'))).toBe(true);
});
