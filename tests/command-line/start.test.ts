import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { startReference } from '../../reference/start-reference';
import type { Schemas } from '../../schemas/generated/types';
import { createAjv, validatorFor } from '../../schemas/validation/validator';
import { runCli } from '../support/run-cli';
import { runInTime } from '../support/run-in-time';
import { scratchFolder } from '../support/scratch';
import { targetVariables } from '../support/target-file';

function readValid<Name extends 'contract' | 'load'>(folder: string, name: Name): NonNullable<Schemas[Name]> {
  const value: unknown = JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'));
  const validate = validatorFor<NonNullable<Schemas[Name]>>(createAjv(), name);
  if (validate(value)) return value;
  throw new Error(`${name}.json is not valid: ${JSON.stringify(validate.errors)}`);
}

test('everything against the embedded API ends with 0 and a whole run folder', async () => {
  const { exitCode, stdout, folder } = await runInTime(['start']);
  expect(stdout).toContain(join(folder, 'index.html'));
  const contract = readValid(folder, 'contract');
  const load = readValid(folder, 'load');
  expect(contract.verdict).toBe('passed');
  expect(load.validity.reasons).toEqual([]);
  expect(load.verified.violations).toEqual([]);
  expect(load.requests).toBe(500);
  expect(Object.keys(load.brands)).toEqual(['3', '4', '5']);
  expect(load.thresholds.every(({ ok }) => ok)).toBe(true);
  expect(readFileSync(join(folder, 'index.html'), 'utf8')).toContain('<!doctype html>');
  expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toContain('<testsuites');
  expect(exitCode).toBe(0);
});

test('an answer that breaks a promise under load ends with 1', async () => {
  const reference = await startReference({ faults: ['chatroom-id-off'] });
  const folder = scratchFolder();
  try {
    const parameters = ['load', '--out', folder, '--duration', '2s'];
    const { exitCode } = await runCli(parameters, targetVariables(reference.target));
    const { verified } = readValid(folder, 'load');
    expect(verified.violations.length).toBeGreaterThan(0);
    expect(exitCode).toBe(1);
  } finally {
    await reference.close();
  }
});

test('an API that is too slow ends with 99', async () => {
  const reference = await startReference({ latencyMs: 500 });
  try {
    const parameters = ['load', '--duration', '5s', '--rate', '80'];
    const { exitCode, folder } = await runInTime(parameters, targetVariables(reference.target));
    const { thresholds, validity } = readValid(folder, 'load');
    expect(validity.reasons).toEqual([]);
    expect(thresholds.some(({ ok }) => !ok)).toBe(true);
    expect(exitCode).toBe(99);
  } finally {
    await reference.close();
  }
});

test('shards started apart send together what one run sends, and merge', async () => {
  const reference = await startReference();
  const folder = scratchFolder();
  const shards = ['1/2', '2/2'].map((shard) => ({ shard, out: join(folder, shard.replace('/', '-')) }));
  try {
    for (const { shard, out } of shards) {
      const parameters = ['load', '--shard', shard, '--out', out, '--duration', '3s'];
      await runCli(parameters, targetVariables(reference.target));
    }
    const merged = join(folder, 'merged');
    await runCli(['report', ...shards.map(({ out }) => out), '--out', merged]);
    const load = readValid(merged, 'load');
    expect(load.requests).toBe(150);
    expect(load.shards).toBe(2);
  } finally {
    await reference.close();
  }
});
