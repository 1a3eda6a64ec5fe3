import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { runCli } from '../support/run-cli';
import { scratchFile, scratchFolder } from '../support/scratch';

const options = ['--base-url', 'http://127.0.0.1:4010/api/v2', '--brands', '3:301;4:400-419'];

test('init writes a target file without a secret, and says what comes next', async () => {
  const file = join(scratchFolder(), 'new', 'target.json');
  const { exitCode, stdout } = await runCli([
    'init',
    ...options,
    '--forbidden-token',
    '--load-rate',
    '20',
    '--out',
    file,
  ]);
  expect(exitCode).toBe(0);
  expect(stdout).toContain('set POPSELL_TOKEN and POPSELL_FORBIDDEN_TOKEN');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    name: 'target',
    baseUrl: 'http://127.0.0.1:4010/api/v2',
    token: '${POPSELL_TOKEN}',
    forbiddenToken: '${POPSELL_FORBIDDEN_TOKEN}',
    brands: [
      { id: 3, chatrooms: [301] },
      { id: 4, chatrooms: { from: 400, to: 419 } },
    ],
    load: { allow: true, maxRatePerSecond: 20 },
  });
});

test('init takes the operation of the documentation for its base URL', async () => {
  const file = join(scratchFolder(), 'target.json');
  const documented = 'http://127.0.0.1:4010/api/v2/chat/chatrooms/{id}';
  const { exitCode } = await runCli(['init', '--base-url', documented, '--brands', '3:301', '--out', file]);
  expect(exitCode).toBe(0);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ baseUrl: 'http://127.0.0.1:4010/api/v2' });
});

test('init without a terminal names the options that are missing', async () => {
  const { exitCode, stderr } = await runCli(['init', '--base-url', 'http://127.0.0.1:4010']);
  expect(exitCode).toBe(2);
  expect(stderr).toBe('error: --brands missing, and there is no terminal to ask at\n');
});

test('init keeps a file that is there', async () => {
  const file = scratchFile('mine');
  const { exitCode, stderr } = await runCli(['init', ...options, '--out', file]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain(`${file} is there already; accepted: another --out, or --force`);
  expect(readFileSync(file, 'utf8')).toBe('mine');
});

test('init writes nothing where an answer is wrong', async () => {
  const file = join(scratchFolder(), 'target.json');
  const twice = ['--base-url', 'http://127.0.0.1:1', '--brands', '3:301;3:302'];
  const { exitCode, stderr } = await runCli(['init', ...twice, '--out', file]);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('brand 3 is there twice; accepted: each brand once');
  expect(existsSync(file)).toBe(false);
});
