import { rejectedValues } from '../../contracts/patch-chatroom/date-times';
import { catalogue as obligations } from '../../contracts/obligations/catalogue';
import { faults } from '../../reference/faults/catalogue';
import { fieldFaults } from '../../reference/faults/fields/fields';
import { startReference } from '../../reference/start-reference';
import { variantNames } from '../../reference/variants/catalogue';
import type { ContractResult } from '../../schemas/generated/types';
import { runCli } from '../support/run-cli';
import { scratchFolder } from '../support/scratch';
import { targetVariables } from '../support/target-file';
import { caught, isOf, outcomeOf } from './outcome';
import { fieldFaultSpecs } from './field-fault-specs';
import { openSuitePool, type SuitePool } from './suite-pool';

const seed = 1;
/** Faults that never come to the end of an answer: the suite's own limit of 10 s would only cost time. */
const endless = new Set(['never-answers', 'body-without-end', 'body-stalls']);
const endlessLimitMs = 500;

// The last first: they break answers on their way, and take longest.
const usable = faults.filter(({ breaks }) => breaks.length > 0).reverse();
const unusable = faults.filter(({ breaks }) => breaks.length === 0);

const specsFor = fieldFaultSpecs(fieldFaults, process.env['POPSELL_WHOLE_FAULTS'] === 'true');

let pool: SuitePool;
const runs = new Map<string, Promise<ContractResult>>();

beforeAll(async () => {
  pool = await openSuitePool();
  for (const name of variantNames)
    begin(name, pool.run({ reference: { variants: [name] }, suite: { seed } }));
  for (const { name } of usable) {
    const timeLimitMs = endless.has(name) ? endlessLimitMs : undefined;
    const only = specsFor(name);
    begin(name, pool.run({ reference: { faults: [name] }, suite: { seed, timeLimitMs, only } }));
  }
});

afterAll(() => {
  pool.close();
});

/** Runs all begin at once; the test that asks for one meets its error. */
function begin(name: string, run: Promise<ContractResult>): void {
  run.catch(() => undefined);
  runs.set(name, run);
}

async function resultOf(name: string): Promise<ContractResult> {
  const result = await runs.get(name);
  if (result === undefined) throw new Error(`no run has the name ${name}`);
  return result;
}

test.each(variantNames)('variant %s passes', async (name) => {
  const { verdict, reason, violations } = await resultOf(name);
  const messages = violations.map(({ obligation, message }) => `${obligation}: ${message}`);
  expect({ verdict, reason, messages }).toEqual({ verdict: 'passed', reason: undefined, messages: [] });
});

test("a refusal that shows another brand's chatroom is noticed", async () => {
  const { notices } = await resultOf('refusals-show-the-chatroom');
  expect(notices.map(({ code, message }) => `${code}: ${message}`)).toContain(
    "foreign-data: a 403 shows an ambassador's email of chatroom 400 (brand 4) to brand 3",
  );
});

test.each(['rated-meanwhile', 'joined-meanwhile'])('what people do once is noticed: %s', async (name) => {
  const { notices } = await resultOf(name);
  expect(notices.map(({ code }) => code)).toContain('changed-meanwhile');
});

test.each(usable.map(({ name, breaks }) => [name, breaks[0], breaks] as const))(
  'fault %s is caught as %s',
  async (name, _first, breaks) => {
    expect(outcomeOf(await resultOf(name), breaks)).toEqual(caught);
  },
);

test.each(unusable.map(({ name }) => name))('fault %s ends with 3 before any spec is run', async (name) => {
  const { target, close } = await startReference({ faults: [name] });
  const { exitCode } = await runCli(['contracts', '--out', scratchFolder()], targetVariables(target));
  await close();
  expect(exitCode).toBe(3);
});

test.each(['value-ignored', 'value-not-stored', 'value-not-answered', 'first-value-stays'])(
  'nothing that asks for a kept value is verified with %s',
  async (name) => {
    const asking = (await resultOf(name)).obligations.filter(
      // Each brand's first value is kept where the first one stays.
      ({ id }) =>
        id.startsWith('200/date-time/') || (id === '200/value/every-brand' && name !== 'first-value-stays'),
    );
    expect(asking.filter(({ state }) => state === 'verified').map(({ id }) => id)).toEqual([]);
  },
);

test('each value that is to be rejected is told where any is accepted', async () => {
  const { violations } = await resultOf('any-value-accepted');
  const under = (obligation: string) => (one: { readonly obligation: string }) =>
    one.obligation === obligation;
  const untold = rejectedValues.filter(({ obligation }) => {
    const told = violations.filter(under(obligation)).reduce((sum, { count }) => sum + count, 0);
    return told < rejectedValues.filter(under(obligation)).length;
  });
  expect(untold).toEqual([]);
});

test('what faults break are obligations', () => {
  const patterns = new Set(faults.flatMap(({ breaks }) => breaks));
  const unknown = [...patterns].filter((pattern) => !obligations.some(({ id }) => isOf(pattern, id)));
  expect(unknown).toEqual([]);
});
