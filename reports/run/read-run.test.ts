import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { aContractResult } from '../fixtures/a-contract-result';
import { aLoadResult } from '../fixtures/a-load-result';
import { readRun } from './read-run';
import { RunError } from './run-error';

describe('readRun', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'run-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const write = (file: string, content: unknown): void => {
    writeFileSync(join(folder, file), typeof content === 'string' ? content : JSON.stringify(content));
  };
  const problem = (): RunError => {
    try {
      readRun(folder);
    } catch (error) {
      if (error instanceof RunError) return error;
      throw error;
    }
    throw new Error('the run was read');
  };

  it('reads both files', () => {
    write('contract.json', aContractResult());
    write('load.json', aLoadResult());
    expect(readRun(folder)).toMatchObject({ contract: { verdict: 'passed' }, load: { verdict: 'passed' } });
  });

  it.each([
    ['load.json', 'contract', aLoadResult()],
    ['contract.json', 'load', aContractResult()],
  ] as const)('is content with %s alone', (file, missing, content) => {
    write(file, content);
    expect(readRun(folder)[missing]).toBeNull();
  });

  it('says what it looked for where there is neither', () => {
    expect(problem().message).toBe(
      `${folder}: holds neither contract.json nor load.json; a run writes at least one of them`,
    );
  });

  it('names the file, the field, and what is accepted', () => {
    write('contract.json', { ...aContractResult(), verdict: 'fine' });
    expect(problem()).toMatchObject({ file: join(folder, 'contract.json'), field: '/verdict' });
    expect(problem().message).toContain(
      '/verdict must be equal to one of the allowed values: "passed", "failed", "incomplete"; received "fine"',
    );
  });

  it('names a field that is missing', () => {
    write('load.json', { ...aLoadResult(), seed: undefined });
    expect(problem().message).toContain("must have required property 'seed'");
  });

  it('does not take half a file for a run', () => {
    write('load.json', '{"verdict":"pas');
    expect(problem().message).toContain('load.json: is not complete JSON');
  });
});
