import fc from 'fast-check';

import type { Draw, Generated } from './kinds';

/** A search for an input that fails. */
export interface Search<T, F> {
  /** Decides what is drawn. */
  readonly seed: number;
  /** How many inputs are drawn. */
  readonly runs: number;
  /** How many smaller inputs are tried in all once one has failed. */
  readonly shrinks: number;
  readonly draw: Draw<T>;
  /** What is wrong with an input; undefined: nothing. */
  readonly failureOf: (input: T) => Promise<F | undefined>;
  /** Whether a failure is reported as it is: no smaller and no plain input is tried. */
  readonly isFinal: (failure: F) => boolean;
  /** Whether a plain input of a kind fails as well: then inputs of that kind tell nothing new. */
  readonly isPlainBroken: (kind: string) => Promise<boolean>;
}

export interface Outcome<T, F> {
  /** Inputs that did not fail. */
  readonly passed: number;
  /** The smallest input that was found to fail, of kinds whose plain inputs do not. */
  readonly failing?: { readonly input: T; readonly failure: F };
  /** Kinds whose plain inputs fail. */
  readonly leftOut: readonly string[];
}

/**
 * Tries generated inputs one after the other, and shrinks the first that fails. Where plain inputs of its kind
 * fail too, that kind is left out and the search goes on with the others.
 */
export async function search<T, F>(options: Search<T, F>): Promise<Outcome<T, F>> {
  const leftOut = new Set<string>();
  const budget = { shrinks: options.shrinks };
  let tried = 0;
  let passed = 0;
  for (let draw = options.draw(leftOut); draw !== undefined; draw = options.draw(leftOut)) {
    const round = { ...options, seed: options.seed + leftOut.size, runs: options.runs - tried };
    const { smallest, ...found } = await searchOnce(round, draw, budget);
    tried += found.tried;
    passed += found.passed;
    if (smallest === undefined) break;
    const isFinal = options.isFinal(smallest.failure);
    const broken = isFinal ? [] : await brokenKinds(smallest.generated.kinds, options);
    if (broken.length === 0) {
      const failing = { input: smallest.generated.input, failure: smallest.failure };
      return { passed, failing, leftOut: [...leftOut] };
    }
    for (const kind of broken) leftOut.add(kind);
    if (tried >= options.runs) break;
  }
  return { passed, leftOut: [...leftOut] };
}

interface Round<T, F> {
  tried: number;
  passed: number;
  smallest?: { readonly generated: Generated<T>; readonly failure: F };
}

async function searchOnce<T, F>(
  { seed, runs, failureOf, isFinal }: Search<T, F>,
  draw: fc.Arbitrary<Generated<T>>,
  budget: { shrinks: number },
): Promise<Round<T, F>> {
  const round: Round<T, F> = { tried: 0, passed: 0 };
  const thrown: unknown[] = [];
  let isDone = false;
  const property = fc.asyncProperty(draw, async (generated) => {
    // An error is the suite's own, and no property of the input: shrinking it would go on sending.
    if (thrown.length > 0 || isDone) return true;
    if (round.smallest === undefined) round.tried += 1;
    else budget.shrinks -= 1;
    try {
      const failure = await failureOf(generated.input);
      if (failure !== undefined) round.smallest = { generated, failure };
      else if (round.smallest === undefined) round.passed += 1;
      isDone = round.smallest !== undefined && (budget.shrinks <= 0 || isFinal(round.smallest.failure));
      return failure === undefined;
    } catch (error) {
      thrown.push(error);
      return true;
    }
  });
  await fc.check(property, { seed, numRuns: runs });
  if (thrown.length > 0) throw thrown[0];
  return round;
}

async function brokenKinds<T, F>(
  kinds: readonly string[],
  { isPlainBroken }: Search<T, F>,
): Promise<string[]> {
  const broken: string[] = [];
  for (const kind of kinds) if (await isPlainBroken(kind)) broken.push(kind);
  return broken;
}
