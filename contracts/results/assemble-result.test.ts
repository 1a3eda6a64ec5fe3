import type { ContractResult, ObligationResult, Waiver } from '../../schemas/generated/types';
import ledger from '../../schemas/policy/ledger.json';
import { createAjv, validatorFor } from '../../schemas/validation/validator';
import { catalogue } from '../obligations/catalogue';
import type { Evidence } from '../support/evidence/evidence';
import { aViolation, anEvidence } from '../testing/evidence';
import { assembleResult, type RunFacts } from './assemble-result';

const source = '200/body/source';
const aWaiver = (changes: Partial<Waiver> = {}): Waiver => ({
  obligation: source,
  reason: 'known',
  expires: '2024-06-30',
  ...changes,
});

function assemble(evidence: Partial<Evidence> = {}, facts: Partial<RunFacts> = {}): ContractResult {
  return assembleResult(anEvidence(evidence), {
    target: { name: 'staging', baseUrl: 'https://staging.example.org/api/v2' },
    startedAt: new Date('2024-06-30T23:59:59Z'),
    durationMs: 1234.5,
    seed: 7,
    waivers: [],
    ...facts,
  });
}

function resultOf(id: string, { obligations }: ContractResult): ObligationResult | undefined {
  return obligations.find((obligation) => obligation.id === id);
}

const nothing = {};
const violated = { violations: [aViolation()] };
const verified = { observations: { [source]: 3 } };
const broken = { errors: [{ obligation: source, message: 'Error: no' }] };
const inForce = { waivers: [aWaiver()] };
const expired = { waivers: [aWaiver({ expires: '2024-06-29' })] };
const cut = { incomplete: 'interrupted' };

it.each([
  ['passed', 'nothing was violated', verified, {}],
  ['passed', 'every violation is waived', violated, inForce],
  ['passed', 'a waiver could not be tried', nothing, inForce],
  ['failed', 'something was violated', violated, {}],
  ['failed', 'a waiver expired', violated, expired],
  ['failed', 'a waiver expired, even unused', nothing, expired],
  ['failed', 'a waived deviation is gone', verified, inForce],
  ['failed', 'something was violated before an interruption', violated, cut],
  ['incomplete', 'the run was interrupted', verified, cut],
  ['incomplete', 'the suite itself failed', broken, {}],
])('the verdict is %s where %s', (verdict, _why, evidence, facts) => {
  expect(assemble(evidence, facts).verdict).toBe(verdict);
});

it.each([
  ['interrupted', nothing, cut],
  ['the suite itself failed in 200/body/source: Error: no', broken, {}],
  [undefined, verified, {}],
])('the reason is %p', (reason, evidence, facts) => {
  expect(assemble(evidence, facts).reason).toBe(reason);
});

it.each<[Partial<ObligationResult>, Partial<Evidence>, Partial<RunFacts>]>([
  [{ state: 'verified', observations: 3 }, verified, {}],
  [{ state: 'violated', observations: 3 }, { ...verified, ...violated }, {}],
  [{ state: 'waived' }, violated, inForce],
  [
    { state: 'violated' },
    { violations: [aViolation(), aViolation({ cause: 'null', pointer: '/x' })] },
    { waivers: [aWaiver({ pointer: '/x' })] },
  ],
  [{ state: 'unobserved', reason: 'no answer showed whether it holds' }, { tried: [source] }, {}],
  [{ state: 'not-tried', reason: 'no spec tried it' }, nothing, {}],
  [
    { state: 'not-tried', reason: 'the target has one brand' },
    { tried: [source], notTried: { [source]: 'the target has one brand' } },
    {},
  ],
  [{ state: 'not-tried', reason: 'left out by --only' }, nothing, { only: ['422'], ...cut }],
  [{ state: 'not-tried', reason: 'interrupted' }, nothing, cut],
])('an obligation is %j', (expected, evidence, facts) => {
  expect(resultOf(source, assemble(evidence, facts))).toMatchObject(expected);
});

it('never calls an obligation verified that nothing observed', () => {
  expect(assemble().obligations.map(({ state }) => state)).not.toContain('verified');
});

it('lists every obligation with its source and ledger entries', () => {
  const result = assemble();
  expect(result.obligations.map(({ id }) => id)).toEqual(catalogue.map(({ id }) => id));
  expect(resultOf('401/body', result)).toMatchObject({
    group: '401',
    source: 'Responses › 401 › object',
    policy: [],
  });
  expect(resultOf(source, result)).toMatchObject({
    source: 'Responses › 200 › source (ledger 2, 5, 6)',
    policy: [2, 5, 6],
  });
});

it('shows the whole ledger', () => {
  expect(assemble().ledger).toEqual(ledger);
});

it.each([
  ['404', []],
  [
    '403',
    [{ code: 'changed-choice', message: 'a foreign chatroom: 403 in the run before, now 404', count: 1 }],
  ],
])('notes a choice that was %s in the run before: %j', (observed, notices) => {
  const choice = { id: 'foreign', title: 'a foreign chatroom', observed: '404', allowed: '403 or 404' };
  const previousChoices = [
    { ...choice, observed },
    { ...choice, id: 'other' },
  ];
  expect(assemble({ choices: [choice] }, { previousChoices }).notices).toEqual(notices);
});

it('is valid by the schema of contract.json', () => {
  const validate = validatorFor(createAjv(), 'contract');
  const evidence = {
    ...verified,
    ...broken,
    violations: [aViolation(), aViolation({ obligation: '200/status', pointer: undefined })],
    notices: [{ code: 'a', message: 'b', count: 1 }],
    choices: [{ id: 'a', title: 'b', observed: '403', allowed: '403 or 404' }],
  };
  validate(JSON.parse(JSON.stringify(assemble(evidence, { ...inForce, ...cut }))));
  expect(validate.errors).toBeNull();
});
