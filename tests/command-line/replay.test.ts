import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import type { Change } from '../../reference/behaviour';
import { faults as allFaults } from '../../reference/faults/catalogue';
import { sentValue } from '../../reference/faults/hooks';
import { startReference } from '../../reference/start-reference';
import type { ContractResult, Violation } from '../../schemas/generated/types';
import { runCli, type CliResult } from '../support/run-cli';
import { scratchFolder } from '../support/scratch';
import { startApi } from '../support/start-api';
import { targetVariables } from '../support/target-file';
import { valueOf } from '../support/value-of';

interface Run {
  readonly folder: string;
  readonly port: number;
}

/** The folder of a run against an API that once had faults, at an address. */
async function aRunAgainst(faults: readonly string[], only: string): Promise<Run> {
  const reference = await startReference({ faults });
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

const unnamed = { cause: 'changed', spec: 'contracts/another.spec.ts' };

describe('a violation of a 200', () => {
  let run: Run;

  beforeAll(async () => {
    run = await aRunAgainst(['chatroom.last_rating.null'], '403');
  });

  test.each([
    ['still fails', ['chatroom.last_rating.null'], 1],
    ['no longer fails', [], 0],
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

  test('is found by the address of the page as well', async () => {
    const reference = await startReference({ port: run.port });
    const place = `${pathToFileURL(join(run.folder, 'index.html')).href}#violation-1`;
    const { exitCode, stdout } = await replay(place, targetVariables(reference.target));
    await reference.close();
    expect(stdout).toContain('it no longer fails');
    expect(exitCode).toBe(0);
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
        'a violation that takes reads around it, of a spec that is not named',
        () => `${withViolation(read(run.folder), { ...unnamed, obligation: '404/state/unchanged' })}#1`,
        'takes the requests around it',
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
  });
});

describe('a violation that takes several exchanges', () => {
  const stateFaults = ['names-swapped', 'stored-although-404', 'foreign-room-patched'];
  const burstFaults = ['concurrent-writes-lost'];
  const rooms = [
    { brand: 3, chatroom: 301 },
    { brand: 3, chatroom: 302 },
    { brand: 4, chatroom: 401 },
  ];
  let run: Run;
  let burstRun: Run;

  beforeAll(async () => {
    run = await aRunAgainst(stateFaults, '200,403,404');
  });

  beforeAll(async () => {
    burstRun = await aRunAgainst(burstFaults, '200');
  });

  const place = ({ folder }: Run, obligation: string): string => {
    const index = read(folder).violations.findIndex((one) => one.obligation === obligation);
    expect(index).not.toBe(-1);
    return `${folder}#${index + 1}`;
  };

  test.each([
    ['200/state/other-fields', 3, stateFaults, () => run],
    ['403/brand/foreign-chatroom-state', 3, stateFaults, () => run],
    ['200/concurrency/linearizable', 5, burstFaults, () => burstRun],
  ])('%s still fails, and the chatrooms have their values again', async (id, times, faults, runOf) => {
    const { folder, port } = runOf();
    const reference = await startReference({ port, faults });
    try {
      const values = (): Promise<string[]> => Promise.all(rooms.map((room) => valueOf(reference, room)));
      const before = await values();
      const { exitCode, stdout } = await replay(place(runOf(), id), targetVariables(reference.target));
      expect(stdout).toContain(`it still fails: ${times} of ${times} times`);
      expect(exitCode).toBe(1);
      expect(await values()).toEqual(before);
      expect(existsSync(join(folder, 'restore.json'))).toBe(false);
    } finally {
      await reference.close();
    }
  });

  test('no longer fails once the fault is gone', async () => {
    const reference = await startReference({ port: run.port });
    const { exitCode, stdout } = await replay(
      place(run, '404/state/unchanged'),
      targetVariables(reference.target),
    );
    await reference.close();
    expect(stdout).toContain('it no longer fails: 0 of 4 times');
    expect(exitCode).toBe(0);
  });

  test('is flaky where it fails every other time', async () => {
    const changes = [everyOtherTime('stored-although-404')];
    const { target, close } = await startApi({ port: run.port, changes });
    const { exitCode, stdout } = await replay(place(run, '404/state/unchanged'), targetVariables(target));
    await close();
    expect(stdout).toContain('it is flaky: it failed 2 of 3 times');
    expect(exitCode).toBe(1);
  });
});

/** A fault that every second request of the first brand with a value for no known chatroom is spared, and all others. */
function everyOtherTime(name: string): Change {
  const fault = allFaults.find((one) => one.name === name);
  return (behaviour) => {
    const broken = { ...behaviour, ...fault?.change(behaviour) };
    let requests = 0;
    return {
      finish: (answer, call) => {
        const isUnknown = answer.status === 404 && sentValue(call) !== undefined;
        const isSpared = isUnknown && (call.brandId !== 3 || ++requests % 2 === 0);
        return (isSpared ? behaviour : broken).finish(answer, call);
      },
    };
  };
}
