import type { ContractResult, LoadResult } from '../../schemas/generated/types';
import { aContractResult, aViolation, obligationsBut } from '../fixtures/a-contract-result';
import { aLoadResult } from '../fixtures/a-load-result';
import { aRun } from '../fixtures/runs';
import { verdictSentence } from './sentence';

const sentence = (contract: ContractResult | null, load: LoadResult | null): string =>
  verdictSentence(aRun({ contract, load })).replaceAll('\u00a0', ' ');

const broken = (...obligations: string[]): ContractResult =>
  aContractResult({
    verdict: 'failed',
    violations: obligations.map((obligation) => aViolation({ obligation })),
  });

const crossed = { name: 'p95', limit: 400, observed: 512, unit: 'ms', ok: false } as const;
const invalid = aLoadResult({
  verdict: 'invalid',
  validity: { ...aLoadResult().validity, reasons: ['the generator dropped 12 arrivals; add users'] },
});

describe('what the sentence says of the contract', () => {
  it.each<[string, ContractResult | null]>([
    ['All 39 obligations held', aContractResult()],
    ['422 is broken in 2 ways', broken('422/body/errors', '422/body/message')],
    ['200 is broken in 1 way, 422 in 1 way', broken('422/body/errors', '200/body')],
    ['The rule for any answer is broken in 1 way', broken('any/status')],
    [
      'The contract is broken in 5 ways (200, 401, 422, any answer)',
      broken('200/body', '401/effect', '422/body/errors', '422/body/message', 'any/status'),
    ],
    ['The contract is broken', broken()],
    ['1 waiver has expired', { ...broken(), reason: '1 waiver has expired' }],
    ['No contract data', null],
    ['No obligation was tried', aContractResult({ obligations: [] })],
    [
      '38 of 39 obligations held, none is broken',
      aContractResult({ obligations: obligationsBut({ '403/token': { state: 'not-tried' } }) }),
    ],
    [
      '38 of 39 obligations held, 1 broken and accepted by a waiver',
      aContractResult({
        obligations: obligationsBut({ '200/body/last_rating': { state: 'waived' } }),
        violations: [aViolation({ waived: true })],
      }),
    ],
    [
      'Contracts incomplete: the target went away',
      aContractResult({ verdict: 'incomplete', reason: 'the target went away' }),
    ],
    [
      '422 is broken in 1 way so far; contracts incomplete',
      aContractResult({ verdict: 'incomplete', violations: [aViolation()] }),
    ],
  ])('%s', (expected, contract) => {
    expect(sentence(contract, null)).toBe(`${expected}; no load data`);
  });
});

describe('what the sentence says of the load run', () => {
  it.each<[string, LoadResult | null]>([
    ['p95 312 ms within 400 ms; valid run', aLoadResult()],
    ['p95 312 ms within 400 ms; valid, as shard 1 of 2', aLoadResult({ shard: { index: 1, count: 2 } })],
    ['p95 312 ms, no limit set; valid run', aLoadResult({ thresholds: [] })],
    ['p95 512 ms over 400 ms; valid run', aLoadResult({ verdict: 'failed', thresholds: [crossed] })],
    [
      'p95 512 ms over 400 ms, 1 more threshold crossed; valid run',
      aLoadResult({
        verdict: 'failed',
        thresholds: [{ ...crossed, brand: '3', name: 'brand 3, p95' }, crossed],
      }),
    ],
    [
      '62.4 % of requests failed, limit 0.1 %, 1 more threshold crossed; valid run',
      aLoadResult({
        verdict: 'failed',
        thresholds: [crossed, { name: 'failures', limit: 0.001, observed: 0.624, unit: 'share', ok: false }],
      }),
    ],
    [
      'p95 not measured, limit 400 ms; valid run',
      aLoadResult({ thresholds: [{ ...crossed, observed: null }] }),
    ],
    [
      'promises are broken in 1 way under load; valid run',
      aLoadResult({
        verdict: 'failed',
        // Not measured is not crossed.
        thresholds: [{ ...crossed, observed: null }],
        verified: {
          responses: 9,
          bodies: 9,
          bound: null,
          violations: [{ check: 'own id', message: 'm', count: 3 }],
        },
      }),
    ],
    ['load run not valid: the generator dropped 12 arrivals', invalid],
    ['p95 312 ms within 400 ms; valid run (interrupted)', aLoadResult({ interrupted: true })],
    ['no load request was answered', aLoadResult({ requests: 0 })],
    ['no load data', null],
  ])('%s', (expected, load) => {
    expect(sentence(null, load)).toBe(`No contract data; ${expected}`);
  });
});
