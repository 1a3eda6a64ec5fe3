import fc from 'fast-check';

import { drawFrom } from './kinds';
import { search, type Outcome, type Search } from './search';

const numbers = drawFrom({
  small: fc.integer({ min: 0, max: 99 }),
  large: fc.integer({ min: 100, max: 100_000 }),
});

/** A search among numbers for one that is not below a limit. */
async function searchWhere(options: Partial<Search<number, string>>): Promise<{
  outcome: Outcome<number, string>;
  tried: number[];
}> {
  const tried: number[] = [];
  const isBroken = options.failureOf ?? ((): Promise<undefined> => Promise.resolve(undefined));
  const outcome = await search<number, string>({
    seed: 1,
    runs: 50,
    shrinks: 60,
    draw: numbers,
    isFinal: () => false,
    isPlainBroken: () => Promise.resolve(false),
    ...options,
    failureOf: (input) => {
      tried.push(input);
      return isBroken(input);
    },
  });
  return { outcome, tried };
}

const failsFrom =
  (limit: number) =>
  (input: number): Promise<string | undefined> =>
    Promise.resolve(input >= limit ? `${input} fails` : undefined);

it('tries as many inputs as it is told where none fails', async () => {
  const { outcome, tried } = await searchWhere({});
  expect(outcome).toEqual({ passed: 50, leftOut: [] });
  expect(tried).toHaveLength(50);
});

it('finds the smallest input that fails', async () => {
  const { outcome } = await searchWhere({ failureOf: failsFrom(1_234) });
  expect(outcome.failing).toEqual({ input: 1_234, failure: '1234 fails' });
});

it('tries the same inputs with the same seed, and others with another', async () => {
  const first = await searchWhere({});
  const second = await searchWhere({});
  const third = await searchWhere({ seed: 2 });
  expect(second.tried).toEqual(first.tried);
  expect(third.tried).not.toEqual(first.tried);
});

it('keeps to its number of smaller inputs', async () => {
  const { outcome, tried } = await searchWhere({ shrinks: 3, failureOf: failsFrom(1_234) });
  const first = tried.findIndex((input) => input >= 1_234);
  expect(tried.length - first - 1).toBe(3);
  expect(outcome.failing?.input).toBeLessThanOrEqual(tried[first] ?? 0);
});

it('leaves out a kind whose plain inputs fail, and goes on with the others', async () => {
  const isPlainBroken = (kind: string): Promise<boolean> => Promise.resolve(kind === 'large');
  const { outcome } = await searchWhere({ failureOf: failsFrom(100), isPlainBroken });
  expect(outcome.failing).toBeUndefined();
  expect(outcome.leftOut).toEqual(['large']);
  expect(outcome.passed).toBeGreaterThan(10);
});

it('tries nothing more where every kind is left out', async () => {
  const { outcome } = await searchWhere({
    failureOf: failsFrom(0),
    isPlainBroken: () => Promise.resolve(true),
  });
  expect(outcome.passed).toBe(0);
  expect(new Set(outcome.leftOut)).toEqual(new Set(['large', 'small']));
});

it('reports a final failure as it is', async () => {
  const { outcome, tried } = await searchWhere({ failureOf: failsFrom(1_234), isFinal: () => true });
  expect(outcome.failing?.input).toBe(tried.at(-1));
});

it('passes an error on, and tries nothing more', async () => {
  let calls = 0;
  const failing = searchWhere({
    failureOf: () => {
      calls += 1;
      return Promise.reject(new Error('no connection'));
    },
  });
  await expect(failing).rejects.toThrow('no connection');
  expect(calls).toBe(1);
});
