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

it('keeps the places of violations that were seen in several files', () => {
  const { violations } = mergeEvidence([
    anEvidenceFile({ violations: [aViolation({ pointer: '/a', otherPointers: ['/b'] })] }),
    anEvidenceFile({ violations: [aViolation({ pointer: '/c', otherPointers: ['/a'] })] }),
    anEvidenceFile({ violations: [aViolation({ pointer: undefined })] }),
  ]);
  expect(violations).toMatchObject([{ pointer: '/a', otherPointers: ['/b', '/c'], count: 3 }]);
});

it('adds no places where there is one', () => {
  const files = [1, 2].map(() => anEvidenceFile({ violations: [aViolation()] }));
  expect(mergeEvidence(files).violations[0]).not.toHaveProperty('otherPointers');
});

it('notes a choice that files saw made differently', () => {
  const other = { ...aChoice, observed: 'in a local time zone' };
  const { choices, notices } = mergeEvidence([
    anEvidenceFile({ choices: [aChoice] }),
    anEvidenceFile({ choices: [other, { ...aChoice, id: 'another' }] }),
    anEvidenceFile({ choices: [aChoice] }),
  ]);
  expect(choices).toHaveLength(3);
  expect(notices).toEqual([
    { code: 'unsteady-choice', message: 'a value: as UTC, then in a local time zone', count: 1 },
  ]);
});
