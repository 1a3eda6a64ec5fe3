import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { startReference } from '../../reference/start-reference';
import type { ContractResult } from '../../schemas/generated/types';
import { runCli } from '../support/run-cli';
import { scratchFolder } from '../support/scratch';
import { targetVariables } from '../support/target-file';
import { openSuitePool, type SuitePool } from './suite-pool';

const seed = 7;
let pool: SuitePool;

beforeAll(async () => {
  pool = await openSuitePool();
});

afterAll(() => {
  pool.close();
});

/** The contract.json of the command line, which runs the specs in Jest. */
async function resultOfJest(faults: readonly string[]): Promise<ContractResult> {
  const { target, close } = await startReference({ faults });
  const out = scratchFolder();
  await runCli(['contracts', '--seed', String(seed), '--out', out], targetVariables(target));
  await close();
  return JSON.parse(readFileSync(join(out, 'contract.json'), 'utf8')) as ContractResult;
}

/** All that a run says, but what differs from one run to the next as well: times, and the exchanges of a race. */
function told({ verdict, reason, obligations, violations, choices, notices }: ContractResult): object {
  return {
    verdict,
    reason,
    states: Object.fromEntries(obligations.map(({ id, state }) => [id, state])),
    violations: violations.map(({ obligation, cause, pointer }) => [obligation, cause, pointer]).sort(),
    choices: choices.map(({ id, observed }) => [id, observed]).sort(),
    notices: notices.map(({ code, message }) => [code, message]).sort(),
  };
}

test.each([
  ['the honest API', []],
  ['a field that is null', ['ambassador.email.null']],
  ['a value that is not stored', ['value-not-stored']],
  ['errors that name nothing', ['422-no-errors']],
  ['a late check of the token', ['value-before-token']],
  ['answers that break off', ['reset-mid-body']],
])('a run without Jest tells the same of %s', async (_title, faults) => {
  const [inJest, here] = await Promise.all([
    resultOfJest(faults),
    pool.run({ reference: { faults }, suite: { seed } }),
  ]);
  expect(told(here)).toEqual(told(inJest));
});
