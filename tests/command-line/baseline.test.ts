import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { WaiverFile } from '../../schemas/generated/types';
import { contractsAgainst } from '../support/contracts-against';
import { runCli } from '../support/run-cli';
import { scratchFile, scratchFolder } from '../support/scratch';
import { aTargetFile } from '../support/target-file';

const fault = 'unauthorized.message.missing';
const read = (file: string): WaiverFile => JSON.parse(readFileSync(file, 'utf8')) as WaiverFile;

test('the violations of a run become waivers, and with them the next run passes', async () => {
  const file = join(scratchFolder(), 'waivers.json');
  const first = await contractsAgainst([fault], ['--only', '401', '--baseline', file]);
  expect(first.exitCode).toBe(1);
  expect(first.stdout).toContain('baseline   added 401/body/message, until ');
  expect(read(file)).toEqual({
    waivers: [
      {
        obligation: '401/body/message',
        reason: 'to be explained',
        expires: expect.stringMatching(/^\d{4}-/) as string,
      },
    ],
  });
  const parameters = ['--only', '401', '--target', aTargetFile({ waivers: file })];
  const second = await contractsAgainst([fault], parameters);
  expect(second.result.violations).toMatchObject([{ waived: true }]);
  expect(second.exitCode).toBe(0);
});

test('a waiver that is gone is dropped with a word, and the exit code stays that of the run', async () => {
  const gone = { obligation: '401/body', reason: 'ticket 4711', expires: '2999-12-31' };
  const untried = { ...gone, obligation: '404/chatroom/unknown' };
  const file = scratchFile({ waivers: [gone, untried] });
  const { exitCode, stdout } = await contractsAgainst([], ['--only', '401', '--baseline', file]);
  expect(stdout).toContain('dropped 401/body: its deviation is gone (its reason was: ticket 4711)');
  expect(read(file)).toEqual({ waivers: [untried] });
  expect(exitCode).toBe(0);
});

test.each([
  ['whose folder is not there', '/no/such/folder/waivers.json', 'there is no folder /no/such/folder'],
  ['that is no waiver file', scratchFile({ waiver: [] }), 'waiver is not known'],
])('a baseline %s ends with 2', async (_, file, says) => {
  const { exitCode, stderr } = await runCli(['contracts', '--target', aTargetFile(), '--baseline', file]);
  expect(stderr).toContain(says);
  expect(exitCode).toBe(2);
});

test('a file that cannot be written at the end is a fault of the suite, and the report is there', async () => {
  const file = scratchFile('{"waivers":[]}');
  mkdirSync(`${file}.tmp`);
  const { exitCode, stderr, folder } = await contractsAgainst([fault], ['--only', '401', '--baseline', file]);
  expect(stderr).toContain(
    'error: the suite itself failed, which is no verdict on the API; please report these lines:',
  );
  expect(stderr).toContain('EISDIR');
  expect(existsSync(join(folder, 'index.html'))).toBe(true);
  expect(exitCode).toBe(70);
});
