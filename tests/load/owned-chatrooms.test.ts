import { startReference, type Reference } from '../../reference/start-reference';
import type { LoadResult } from '../../schemas/generated/types';
import { startLoad } from '../support/load-run';

async function load(
  reference: Reference,
  parameters: readonly string[] = [],
): Promise<{ exitCode: number | null; result: LoadResult }> {
  const contention = ['--profile', 'contention', '--rate', '100', '--duration', '5s', '--seed', '1'];
  const run = startLoad(reference, [...contention, ...parameters]);
  const { exitCode } = await run.cli.ended;
  return { exitCode, result: run.result() };
}

async function against(
  faults: readonly string[],
  use: (reference: Reference) => Promise<void>,
): Promise<void> {
  const reference = await startReference({ faults });
  try {
    await use(reference);
  } finally {
    await reference.close();
  }
}

test('what an owner wrote is read, and nobody is accused where it is there', () =>
  against([], async (reference) => {
    const { result } = await load(reference);
    expect(result.verified.violations).toEqual([]);
    expect(result.verified.readBacks).toBeGreaterThan(20);
    expect(Object.keys(result.buckets)).toEqual(expect.arrayContaining(['3/301', '3/own']));
  }));

test('a lost write is a violation, shown by the read that missed it', () =>
  against(['value-not-stored'], async (reference) => {
    const { exitCode, result } = await load(reference);
    expect(exitCode).toBe(1);
    expect(result.verified.violations).toMatchObject([
      { check: 'stored value', pointer: '/established_dialogue', example: { request: { body: '{}' } } },
    ]);
  }));

test('shards that run at the same time own different chatrooms', () =>
  against([], async (reference) => {
    const shards = await Promise.all(
      ['1/3', '2/3', '3/3'].map((shard) => load(reference, ['--shard', shard])),
    );
    expect(shards.flatMap(({ result }) => result.verified.violations)).toEqual([]);
    expect(shards.reduce((sum, { result }) => sum + (result.verified.readBacks ?? 0), 0)).toBeGreaterThan(20);
  }));
