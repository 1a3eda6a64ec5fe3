import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { contractsAgainst } from '../support/contracts-against';
import { runCli } from '../support/run-cli';
import { scratchFile } from '../support/scratch';

const projectFolder = join(__dirname, '../..');

test('in GitHub Actions, a violation is shown at the line of its spec and in the summary of the step', async () => {
  const summary = scratchFile('');
  const { stdout, stderr, result, folder } = await contractsAgainst(
    ['403-for-unknown-chatroom'],
    ['--only', '404'],
    {
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: summary,
      GITHUB_WORKSPACE: projectFolder,
    },
  );
  const [{ obligation, spec = '', line = 0 } = { obligation: '' }] = result.violations;
  const lines = stdout.trimEnd().split('\n');
  expect(lines.at(-1)).toContain(`::error file=${spec},line=${line},title=${obligation}::`);
  expect(readFileSync(join(projectFolder, spec), 'utf8').split('\n')[line - 1]).toContain(`'${obligation}'`);
  const [, token = ''] = /^::stop-commands::(.+)$/.exec(lines[0] ?? '') ?? [];
  expect(lines.indexOf(`::${token}::`)).toBe(lines.length - 2);
  expect(readFileSync(summary, 'utf8')).toContain('### ❌ Failed');
  expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain(obligation);
  expect(JSON.parse(readFileSync(join(folder, 'badge.json'), 'utf8'))).toMatchObject({ color: 'red' });
  // Neither is a terminal.
  expect(`${stdout}${stderr}`).not.toContain('\u001b');
});

test('in GitHub Actions, why there is no run is shown in the same places', async () => {
  const summary = scratchFile('');
  const { exitCode, stdout } = await runCli(['contracts'], {
    GITHUB_ACTIONS: 'true',
    GITHUB_STEP_SUMMARY: summary,
    POPSELL_BASE_URL: 'http://127.0.0.1:9/api',
    POPSELL_TOKEN: 'a-token-for-tests',
    POPSELL_BRANDS: '3:301',
  });
  expect(exitCode).toBe(3);
  expect(stdout.trimEnd().split('\n').at(-1)).toMatch(
    /^::error title=The target cannot be used::.*cannot be reached/,
  );
  expect(readFileSync(summary, 'utf8')).toMatch(
    /^### ❌ The target cannot be used \\\(exit code 3\\\)\n\n- .*cannot be reached/,
  );
});
