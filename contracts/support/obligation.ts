import { hasObligation, obligationOf, type NamedObligationId } from '../obligations/catalogue';
import { violationText } from './evidence/violation-text';
import { loadingSpec } from './loading-spec';
import { NotTried } from './not-tried';
import { suite } from './suite';

/** A failing test whose message says it all: no stack, which would point into the suite. */
class BrokenPromise extends Error {
  constructor(message: string) {
    super(message);
    this.stack = message;
  }
}

/**
 * The test of one obligation. The exchanges that `tryIt` makes are judged as they come; the test fails
 * where they broke this obligation. What they show of others is recorded for those.
 */
export function obligation(id: NamedObligationId, tryIt: () => Promise<void>): void {
  const spec = loadingSpec();
  test(`${id}: ${obligationOf(id).title}`, async () => {
    suite.collector.spec = spec;
    suite.collector.evidence.tried.push(id);
    await attempt(id, tryIt);
    failWhereBroken(id);
  });
}

/**
 * Tests for obligations that other tests' exchanges try: one each, by what has been seen so far.
 * Place them behind those tests.
 */
export function obligationsSeen(ids: readonly string[]): void {
  for (const id of ids) {
    if (!hasObligation(id)) throw new Error(`no obligation has the id ${id}`);
    test(`${id}: ${obligationOf(id).title}`, () => {
      suite.collector.evidence.tried.push(id);
      failWhereBroken(id);
    });
  }
}

/** Narrows what a target may lack; without it the obligation is not tried, and the run says why. */
export function need<T>(value: T | undefined, reason: string): T {
  if (value === undefined) throw new NotTried(reason);
  return value;
}

async function attempt(id: string, tryIt: () => Promise<void>): Promise<void> {
  const { evidence } = suite.collector;
  suite.collector.test = id;
  try {
    await tryIt();
  } catch (error) {
    if (error instanceof NotTried) {
      evidence.notTried[id] = error.message;
      return;
    }
    evidence.errors.push({ obligation: id, message: String(error) });
    throw error;
  } finally {
    suite.collector.test = undefined;
  }
}

function failWhereBroken(id: string): void {
  const { violations } = suite.collector.evidence;
  const own = violations.filter((violation) => violation.obligation === id);
  if (own.length > 0) throw new BrokenPromise(own.map(violationText).join('\n\n'));
}
