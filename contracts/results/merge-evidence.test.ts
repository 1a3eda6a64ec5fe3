import { aViolation, anEvidenceFile } from '../testing/evidence';
import { mergeEvidence } from './merge-evidence';

const aChoice = { id: 'value/zone', title: 'a value', observed: 'as UTC', allowed: 'any' };

it('of no files is nothing', () => {
  expect(mergeEvidence([])).toMatchObject({ requests: 0, violations: [], notices: [], choices: [] });
});

it('adds up requests and observations', () => {
  const { requests, observations } = mergeEvidence([
    anEvidenceFile({ requests: 2, observations: { '200/body': 1, '200/status': 1 } }),
    anEvidenceFile({ requests: 3, observations: { '200/body': 4 } }),
  ]);
  expect(requests).toBe(5);
  expect(Object.fromEntries(observations)).toEqual({ '200/body': 5, '200/status': 1 });
});

it('keeps one violation an obligation and cause: the first, with the sum of the counts', () => {
  const { violations } = mergeEvidence([
    anEvidenceFile({ violations: [aViolation({ count: 2, spec: 'first.spec.ts' })] }),
    anEvidenceFile({ violations: [aViolation({ count: 3 }), aViolation({ cause: 'missing' })] }),
  ]);
  expect(violations).toMatchObject([
    { cause: 'type', count: 5, spec: 'first.spec.ts' },
    { cause: 'missing', count: 1 },
  ]);
});

it('keeps one notice a code and message', () => {
  const one = { code: 'rate-limited', message: 'a 429', count: 1 };
  const { notices } = mergeEvidence([
    anEvidenceFile({ notices: [one, { ...one, message: 'another' }] }),
    anEvidenceFile({ notices: [one] }),
  ]);
  expect(notices.map(({ message, count }) => [message, count])).toEqual([
    ['a 429', 2],
    ['another', 1],
  ]);
});

it('keeps a choice that several files observed once, and a different one beside it', () => {
  const other = { ...aChoice, observed: 'in a local time zone' };
  const files = [[aChoice], [aChoice, other]].map((choices) => anEvidenceFile({ choices }));
  expect(mergeEvidence(files).choices).toEqual([aChoice, other]);
});

it('unites what was tried and what could not be', () => {
  const { tried, notTried, errors } = mergeEvidence([
    anEvidenceFile({ tried: ['200/status', '200/body'], notTried: { '403/token/forbidden': 'no token' } }),
    anEvidenceFile({ tried: ['200/body'], errors: [{ obligation: '200/body', message: 'no' }] }),
  ]);
  expect([[...tried], [...notTried], errors]).toEqual([
    ['200/status', '200/body'],
    [['403/token/forbidden', 'no token']],
    [{ obligation: '200/body', message: 'no' }],
  ]);
});
