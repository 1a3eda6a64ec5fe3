import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Violation } from '../../schemas/generated/types';
import { contractsAgainst, type ContractRun } from '../support/contracts-against';
import { scratchFile } from '../support/scratch';
import { aTargetFile } from '../support/target-file';

const summary = ({ obligation, cause, pointer }: Violation): object => ({ obligation, cause, pointer });

describe('a broken promise ends with 1 and is named exactly', () => {
  const cases = [
    {
      fault: 'validation-error.errors.missing',
      obligation: '422/body/errors',
      cause: 'missing',
      pointer: '/errors',
    },
    {
      fault: 'unauthorized.message.missing',
      obligation: '401/body/message',
      cause: 'missing',
      pointer: '/message',
    },
    {
      fault: 'chatroom.last_rating.null',
      obligation: '200/body/last_rating',
      cause: 'null',
      pointer: '/last_rating',
    },
  ];

  test.each(cases)('$fault', async ({ fault, ...violation }) => {
    const { exitCode, stdout, stderr, result, folder } = await contractsAgainst([fault]);
    expect(exitCode).toBe(1);
    expect(result.verdict).toBe('failed');
    expect(result.violations.map(summary)).toEqual([violation]);
    const output = `${stdout}${stderr}`;
    expect(output).toContain(violation.obligation);
    // The first 401 is that of a request without a token.
    const header = violation.obligation.startsWith('401/')
      ? "-H 'X-Popsell-Brand: 3'"
      : '-H "Authorization: Bearer $POPSELL_TOKEN"';
    expect(output).toContain(header);
    for (const name of ['contract.json', 'exchanges.har', 'index.html', 'junit.xml']) {
      expect(readFileSync(join(folder, name), 'utf8')).not.toContain('reference-token');
    }
    expect(output).not.toContain('reference-token');
  });
});

test('the reference keeps every promise', async () => {
  const { exitCode, result } = await contractsAgainst([]);
  expect(result.violations).toEqual([]);
  expect(result.obligations.filter(({ state }) => state !== 'verified')).toEqual([]);
  expect(result.verdict).toBe('passed');
  expect(exitCode).toBe(0);
});

test('the same seed sends the same values', async () => {
  const parameters = ['--only', '401', '--seed', '42'];
  const value = ({ result }: ContractRun): unknown => result.violations[0]?.exchange.request.body;
  const first = await contractsAgainst(['unauthorized.message.missing'], parameters);
  const second = await contractsAgainst(['unauthorized.message.missing'], parameters);
  expect(value(first)).toContain('established_dialogue');
  expect(value(second)).toBe(value(first));
});

test('--only leaves the other statuses untried, and says so', async () => {
  const { exitCode, result } = await contractsAgainst([], ['--only', '422']);
  expect(exitCode).toBe(0);
  const tried = result.obligations.filter(({ state }) => state === 'verified');
  expect(tried.some(({ group }) => group === '422')).toBe(true);
  const notFound = result.obligations.find(({ id }) => id === '404/chatroom/unknown');
  expect(notFound).toMatchObject({ state: 'not-tried', reason: 'left out by --only' });
});

describe('waivers', () => {
  const waived = async (waiver: object, faults: readonly string[]): Promise<ContractRun> => {
    const waivers = scratchFile({ waivers: [{ reason: 'known', expires: '2999-12-31', ...waiver }] });
    return contractsAgainst(faults, ['--target', aTargetFile({ waivers })]);
  };

  test('a waived violation is reported and does not fail', async () => {
    const { exitCode, result } = await waived({ obligation: '200/body/last_rating' }, [
      'chatroom.last_rating.null',
    ]);
    expect(exitCode).toBe(0);
    expect(result.violations).toHaveLength(1);
    expect(result.violations[0]).toMatchObject({ waived: true });
  });

  test('an expired waiver fails', async () => {
    const waiver = { obligation: '200/body/last_rating', expires: '2020-01-01' };
    const { exitCode, result } = await waived(waiver, ['chatroom.last_rating.null']);
    expect(exitCode).toBe(1);
    expect(result.waivers).toMatchObject([{ outcome: 'expired' }]);
  });

  test('a waiver whose deviation is gone fails', async () => {
    const { exitCode, result } = await waived({ obligation: '200/body/last_rating' }, []);
    expect(exitCode).toBe(1);
    expect(result.waivers).toMatchObject([{ outcome: 'gone' }]);
  });
});
