import { spawn } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { startReference, type Reference } from '../../reference/start-reference';
import { scratchFile, scratchFolder } from '../support/scratch';
import { shellStep } from './workflow';

const projectFolder = join(__dirname, '../..');

/** What GitHub knows when the steps run. */
const context = {
  "inputs.target || 'targets/staging.json'": 'targets/staging.json',
  'inputs.only': '404',
  "inputs.profile || 'load'": 'smoke',
  'github.token': 'a-token-of-github',
  'github.server_url': 'https://github.example',
  'github.repository': 'owner/suite',
  'github.run_id': '4711',
};

const running: Reference[] = [];
afterAll(() => Promise.all(running.map((reference) => reference.close())));

/** Where a job runs: a target, a run folder, and what the last exit code was. */
async function aJob(faults: readonly string[] = []) {
  const reference = await startReference({ faults });
  running.push(reference);
  const { token, forbiddenToken = '' } = reference.target;
  const folder = scratchFolder();
  const overrides = {
    RUN: join(folder, 'run'),
    HISTORY: join(folder, 'history', 'staging.json'),
    TARGET: scratchFile({
      name: 'staging',
      baseUrl: reference.baseUrl,
      token: '${POPSELL_TOKEN}',
      forbiddenToken: '${POPSELL_FORBIDDEN_TOKEN}',
      brands: reference.target.brands,
    }),
  };
  const secrets = { 'secrets.POPSELL_TOKEN': token, 'secrets.POPSELL_FORBIDDEN_TOKEN': forbiddenToken };
  const gh = aGh(folder);
  const output = join(folder, 'output');
  const run = (file: string, name: string): Promise<number | null> => {
    const needs = { 'needs.load.outputs.summary': handedOn(output) };
    const { script, environment } = shellStep(file, name, { ...context, ...secrets, ...needs });
    return bash(script, {
      ...process.env,
      ...environment,
      ...overrides,
      PATH: gh.path,
      GITHUB_OUTPUT: output,
    });
  };
  return { run, gh, ...overrides };
}

/** What a step wrote into the file of its outputs, as the next job gets it. */
function handedOn(file: string): string {
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const [, , value = ''] = /^summary<<(\w+)\n([^]*)\n\1\n$/.exec(text) ?? [];
  return value;
}

/** As GitHub runs a step: bash that ends at the first error. */
function bash(script: string, environment: NodeJS.ProcessEnv): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-e', '-c', script], {
      cwd: projectFolder,
      env: environment,
      stdio: 'ignore',
    });
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

/** A stand-in for GitHub's command line: knows one open issue or none, and writes down what it was asked. */
function aGh(folder: string) {
  const program = join(folder, 'gh');
  const log = join(folder, 'gh.log');
  const issue = join(folder, 'open-issue');
  writeFileSync(
    program,
    `#!/bin/sh\nif [ "$2" = list ]; then cat '${issue}' 2>/dev/null; exit 0; fi\nprintf '%s|' "$@" >> '${log}'\nfor last; do :; done\nif [ -f "$last" ]; then cat "$last" >> '${log}'; fi\n`,
  );
  chmodSync(program, 0o755);
  return {
    path: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
    openIssue: (number: number) => {
      writeFileSync(issue, `${number}\n`);
    },
    asked: () => (existsSync(log) ? readFileSync(log, 'utf8') : ''),
  };
}

test('contracts: the step passes, and there is nothing left to put back', async () => {
  const { run, RUN } = await aJob();
  expect(await run('contracts.yml', 'Try every promise')).toBe(0);
  expect(existsSync(join(RUN, 'index.html'))).toBe(true);
  expect(existsSync(join(RUN, 'restore.json'))).toBe(false);
  expect(await run('contracts.yml', 'Put back what was changed')).toBe(0);
});

test('contracts: the step fails where a promise is broken', async () => {
  const { run } = await aJob(['404-broken-json']);
  expect(await run('contracts.yml', 'Try every promise')).toBe(1);
});

test('load: the step keeps the history; the issue is opened, updated and closed', async () => {
  const { run, gh, HISTORY } = await aJob();
  expect(await run('load.yml', 'Load')).toBe(0);
  expect(existsSync(HISTORY)).toBe(true);
  expect(await run('load.yml', 'Put back what was changed')).toBe(0);
  expect(await run('load.yml', 'Close the issue')).toBe(0);
  expect(gh.asked()).toBe('');
  expect(await run('load.yml', 'Hand on the summary')).toBe(0);
  expect(await run('load.yml', 'Open or update the issue')).toBe(0);
  expect(gh.asked()).toMatch(
    /^label\|create\|popsell-load\|--force\|.*issue\|create\|--title\|Load on staging\|--label\|popsell-load\|--body-file\|/,
  );
  expect(gh.asked()).toMatch(/### .* Passed: /);
  expect(gh.asked()).toContain('https://github.example/owner/suite/actions/runs/4711');
  gh.openIssue(12);
  expect(await run('load.yml', 'Open or update the issue')).toBe(0);
  expect(gh.asked()).toContain('issue|comment|12|--body-file|');
  expect(await run('load.yml', 'Close the issue')).toBe(0);
  expect(gh.asked()).toContain('issue|close|12|--comment|Recovered: ');
});

test('load: a run without a result opens the issue all the same', async () => {
  const { run, gh } = await aJob();
  expect(await run('load.yml', 'Hand on the summary')).toBe(0);
  expect(await run('load.yml', 'Open or update the issue')).toBe(0);
  expect(gh.asked()).toContain('The run ended before it had a result: its log says why.');
});
