import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { bodyObligations } from '../../contracts/obligations/body-obligations';
import { catalogue } from '../../contracts/obligations/catalogue';
import type { ContractResult } from '../../schemas/generated/types';
import { runCli } from '../support/run-cli';
import { scratchFolder } from '../support/scratch';
import { prismDeviations } from './prism-verdict';
import { startPrism } from './start-prism';

let exitCode: number | null;
let result: ContractResult;

// Prism takes its time over each request, and on a busy machine several minutes over all.
const timeLimitMs = 600_000;

beforeAll(async () => {
  const prism = await startPrism();
  const folder = scratchFolder();
  try {
    // A seed, so that the generated requests are the same each time.
    ({ exitCode } = await runCli(['contracts', '--seed', '1', '--out', folder], {
      POPSELL_BASE_URL: prism.baseUrl,
      POPSELL_TOKEN: 'any-token',
      POPSELL_FORBIDDEN_TOKEN: 'another-token',
      POPSELL_BRANDS: '3:301,302;4:400-403',
    }));
    result = JSON.parse(readFileSync(join(folder, 'contract.json'), 'utf8')) as ContractResult;
  } finally {
    await prism.stop();
  }
}, timeLimitMs);

const stateOf = (wanted: string): string | undefined =>
  result.obligations.find(({ id }) => id === wanted)?.state;

describe('Prism, which serves openapi.yaml and which nobody here has written', () => {
  it('fails, as a provider that stores nothing must', () => {
    expect([result.verdict, exitCode]).toEqual(['failed', 1]);
  });

  it('gets the verdict it deserves, obligation by obligation', () => {
    const deviations = new Map(prismDeviations.flatMap(({ state, ids }) => ids.map((id) => [id, state])));
    const deserved = catalogue.map(({ id }) => [id, deviations.get(id) ?? 'verified']);
    expect(Object.fromEntries(result.obligations.map(({ id, state }) => [id, state]))).toEqual(
      Object.fromEntries(deserved),
    );
    expect(catalogue.map(({ id }) => id)).toEqual(expect.arrayContaining([...deviations.keys()]));
  });

  it('keeps every promise about bodies: the examples of openapi.yaml are as the schemas say', () => {
    const ids = ([200, 401, 422] as const).flatMap((status) => bodyObligations(status).map(({ id }) => id));
    expect(ids.filter((id) => stateOf(id) !== 'verified')).toEqual([]);
  });

  it('is found out: what it answers is not what was sent, nor is it there later', () => {
    const sent = result.violations.filter(({ obligation }) => obligation.startsWith('200/value/'));
    expect(sent.map(({ cause }) => cause)).toEqual(['answered', 'stored']);
  });
});
