import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { startReference } from '../../reference/start-reference';
import type { ContractResult, Violation } from '../../schemas/generated/types';
import { startServer } from '../support/loopback-server';
import { runCli, type CliResult } from '../support/run-cli';
import { scratchFolder } from '../support/scratch';
import { targetVariables } from '../support/target-file';
import { valueOf } from '../support/value-of';

/** The folder of a run against an API that once had a fault, at an address. */
async function aRunAgainst(fault: string, only: string): Promise<{ folder: string; port: number }> {
  const reference = await startReference({ faults: [fault] });
  const folder = scratchFolder();
  try {
    const parameters = ['contracts', '--out', folder, '--only', only];
    await runCli(parameters, targetVariables(reference.target));
  } finally {
    await reference.close();
  }
  return { folder, port: reference.port };
}

const replay = (place: string, variables: Record<string, string>): Promise<CliResult> =>
  runCli(['contracts', '--replay', place], variables);

const read = (folder: string): ContractResult =>
  JSON.parse(readFileSync(join(folder, 'contract.json'), 'utf8')) as ContractResult;

/** A run folder whose first violation is changed. */
function withViolation(result: ContractResult, changes: Partial<Violation>): string {
  const [first, ...others] = result.violations;
  const folder = scratchFolder();
  const violations = [{ ...first, ...changes }, ...others];
  writeFileSync(join(folder, 'contract.json'), JSON.stringify({ ...result, violations }));
  return folder;
}

describe('a violation of a 200', () => {
  let run: { folder: string; port: number };

  beforeAll(async () => {
    run = await aRunAgainst('chatroom.last_rating.null', '403');
  });

  test.each([
    ['still fails', ['chatroom.last_rating.null'], 1],
    ['passes now', [], 0],
  ])('%s, and the chatroom has its value again', async (says, faults, expected) => {
    const reference = await startReference({ port: run.port, faults });
    try {
      const before = await valueOf(reference, { brand: 3, chatroom: 301 });
      const { exitCode, stdout } = await replay(`${run.folder}#1`, targetVariables(reference.target));
      expect(stdout).toContain('200/body/last_rating');
      expect(stdout).toContain(`it ${says}`);
      expect(exitCode).toBe(expected);
      expect(await valueOf(reference, { brand: 3, chatroom: 301 })).toBe(before);
      expect(existsSync(join(run.folder, 'restore.json'))).toBe(false);
    } finally {
      await reference.close();
    }
  });

  test('is flaky where the answers differ', async () => {
    let answers = 0;
    const server = await startServer((_, response) => {
      answers += 1;
      const lastRating = answers % 2 === 0 ? 'null' : '{}';
      response.writeHead(200, { 'content-type': 'application/json' }).end(`{"last_rating":${lastRating}}`);
    });
    const text = JSON.stringify(read(run.folder)).replaceAll(
      `http://127.0.0.1:${run.port}/api/v2`,
      server.baseUrl,
    );
    const folder = withViolation(JSON.parse(text) as ContractResult, {});
    const variables = { POPSELL_BASE_URL: server.baseUrl, POPSELL_TOKEN: 'a-token', POPSELL_BRANDS: '3:301' };
    const { exitCode, stdout } = await replay(`${folder}#1`, variables);
    await server.close();
    expect(stdout).toContain('flaky: the same request had different outcomes');
    expect(exitCode).toBe(1);
  });

  describe('ends with 2', () => {
    const variables = (port: number): Record<string, string> => ({
      POPSELL_BASE_URL: `http://127.0.0.1:${port}/api/v2`,
      POPSELL_TOKEN: 'a-token',
      POPSELL_BRANDS: '3:301',
    });

    test.each([
      ['no number', () => run.folder, '#N'],
      ['a number beyond the last', () => `${run.folder}#99`, 'the run has 1 violation;'],
      ['no run folder', () => 'no/such/run#1', 'no such file'],
      [
        'a violation that takes reads around it',
        () => `${withViolation(read(run.folder), { obligation: '404/state/unchanged', cause: 'changed' })}#1`,
        'cannot be judged by one exchange',
      ],
    ])('for %s', async (_, place, says) => {
      const { exitCode, stderr } = await replay(place(), variables(run.port));
      expect(stderr).toContain(says);
      expect(exitCode).toBe(2);
    });

    test('for another target', async () => {
      const { exitCode, stderr } = await replay(`${run.folder}#1`, variables(1));
      expect(stderr).toContain('and the target is http://127.0.0.1:1/api/v2');
      expect(exitCode).toBe(2);
    });

    test('for a body that was cut', async () => {
      const result = read(run.folder);
      const exchange = result.violations[0]?.exchange;
      if (exchange === undefined) throw new Error('the run has no violation');
      const request = { ...exchange.request, body: 'x… (8 characters more)' };
      const folder = withViolation(result, { exchange: { ...exchange, request } });
      const { exitCode, stderr } = await replay(`${folder}#1`, variables(run.port));
      expect(stderr).toContain('kept 4 kB of the body');
      expect(exitCode).toBe(2);
    });
  });
});
