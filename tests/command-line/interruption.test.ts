import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { startReference, type Reference } from '../../reference/start-reference';
import type { ContractResult } from '../../schemas/generated/types';
import { startCli } from '../support/run-cli';
import { scratchFolder } from '../support/scratch';
import { targetVariables } from '../support/target-file';
import { valueOf } from '../support/value-of';

const chatrooms = [301, 302, 303];

const valuesOf = (reference: Reference): Promise<string[]> =>
  Promise.all(chatrooms.map((chatroom) => valueOf(reference, { brand: 3, chatroom })));

describe.each(['SIGINT', 'SIGTERM'] as const)('%s in the middle of the specs', (signal) => {
  test('ends with 130, reports what was seen and puts the values back', async () => {
    const reference = await startReference();
    const folder = scratchFolder();
    try {
      const before = await valuesOf(reference);
      const cli = startCli(['contracts', '--out', folder], targetVariables(reference.target));
      // The first file has ended, and another is under way.
      await cli.printed('PASS contracts');
      cli.child.kill(signal);
      const { exitCode, stdout, stderr } = await cli.ended;
      expect(exitCode).toBe(130);
      expect(stderr).toContain('interrupted: stopping');
      expect(stdout).toContain('index.html');
      const result = JSON.parse(readFileSync(join(folder, 'contract.json'), 'utf8')) as ContractResult;
      expect(result).toMatchObject({ verdict: 'incomplete', reason: 'the run was interrupted' });
      expect(result.obligations.some(({ state }) => state === 'verified')).toBe(true);
      expect(await valuesOf(reference)).toEqual(before);
    } finally {
      await reference.close();
    }
  });
});

test('the embedded API alone ends with 0 and leaves its port free', async () => {
  const cli = startCli(['reference', '--port', '0']);
  await cli.printed('Ctrl-C stops it');
  cli.child.kill('SIGINT');
  expect((await cli.ended).exitCode).toBe(0);
});
