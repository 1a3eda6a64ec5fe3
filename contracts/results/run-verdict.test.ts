import type { AppliedWaiver, ObligationResult } from '../../schemas/generated/types';
import { runVerdict, type RunOutcome } from './run-verdict';

const anObligation = (changes: Partial<ObligationResult> = {}): ObligationResult => ({
  id: '403/token/forbidden',
  group: '403',
  title: 'a token without permission is answered with 403',
  source: 'Responses › 403',
  policy: [],
  observations: 0,
  state: 'not-tried',
  ...changes,
});

const aWaiver = (outcome: AppliedWaiver['outcome']): AppliedWaiver => ({
  obligation: '200/body/source',
  reason: 'known',
  expires: '2024-06-30',
  outcome,
});

/** The verdict of a run with one gap, but for the changes. */
const verdictOf = (changes: Partial<RunOutcome> = {}): ReturnType<typeof runVerdict> =>
  runVerdict({
    obligations: [anObligation()],
    waivers: [],
    incomplete: undefined,
    requireAll: true,
    only: undefined,
    ...changes,
  });

const gap = '1 obligation was not verified, which --require-all demands: 403/token/forbidden';

it('passes with gaps where not all is required', () => {
  expect(verdictOf({ requireAll: false })).toEqual({ verdict: 'passed' });
});

it.each(['not-tried', 'unobserved'] as const)('fails by an obligation that is %s, and names it', (state) => {
  expect(verdictOf({ obligations: [anObligation({ state })] })).toEqual({ verdict: 'failed', reason: gap });
});

it('does not demand what --only left out', () => {
  expect(verdictOf({ only: ['422'] })).toEqual({ verdict: 'passed' });
  expect(verdictOf({ only: ['422', '403'] }).verdict).toBe('failed');
});

it('names ten gaps, and counts the others', () => {
  const obligations = Array.from({ length: 13 }, (_, index) => anObligation({ id: `403/${index}` }));
  const { reason } = verdictOf({ obligations });
  expect(reason).toMatch(/^13 obligations were not verified, .*: 403\/0, .*, 403\/9 and 3 more$/);
});

it('says the gaps beside violations', () => {
  const obligations = [anObligation(), anObligation({ id: '200/status', state: 'violated' })];
  expect(verdictOf({ obligations })).toEqual({ verdict: 'failed', reason: gap });
});

it('is incomplete where the run was interrupted, whatever is required', () => {
  expect(verdictOf({ incomplete: 'the run was interrupted' })).toEqual({
    verdict: 'incomplete',
    reason: 'the run was interrupted',
  });
});

it.each([
  ['expired', '1 waiver has expired: 200/body/source'],
  ['gone', '1 waiver is no longer needed: 200/body/source'],
] as const)('fails by a waiver that is %s', (outcome, reason) => {
  const obligations = [anObligation({ state: 'verified' })];
  expect(verdictOf({ obligations, waivers: [aWaiver(outcome)] })).toEqual({ verdict: 'failed', reason });
});

it.each(['matched', 'unobserved'] as const)('passes with a waiver that is %s', (outcome) => {
  const obligations = [anObligation({ state: 'verified' })];
  expect(verdictOf({ obligations, waivers: [aWaiver(outcome)] })).toEqual({ verdict: 'passed' });
});
