import type { ContractResult, Violation, Waiver } from '../../schemas/generated/types';
import { aViolation, anEvidence } from '../testing/evidence';
import { applyWaivers } from './apply-waivers';
import { assembleResult } from './assemble-result';
import { baselineOf } from './baseline';

const pointed = '/ambassadors/3/firstname';
const firstname = '200/body/ambassadors/*/firstname';
const violations = {
  once: aViolation({ obligation: firstname, pointer: pointed }),
  often: aViolation({ obligation: firstname, pointer: pointed, count: 2 }),
  otherCause: aViolation({ obligation: firstname, pointer: pointed, cause: 'null' }),
  status: aViolation({ obligation: '200/status', pointer: undefined }),
};
const aWaiver = (changes: Partial<Waiver> = {}): Waiver => ({
  obligation: firstname,
  reason: 'ticket 4711',
  expires: '2024-06-30',
  ...changes,
});

function aResult(
  found: readonly Omit<Violation, 'waived'>[],
  waivers: readonly Waiver[] = [],
): ContractResult {
  return assembleResult(anEvidence({ violations: [...found], observations: { '200/body': 1 } }), {
    target: { name: 'staging', baseUrl: 'https://staging.example.org' },
    startedAt: new Date('2024-06-30T23:00:00Z'),
    durationMs: 1,
    seed: 1,
    waivers,
  });
}

const toBeExplained = { reason: 'to be explained', expires: '2024-07-30' };

it.each<[string, Omit<Violation, 'waived'>[], object[]]>([
  ['nothing', [], []],
  ['a violation without a place', [violations.status], [{ obligation: '200/status' }]],
  [
    'a violation seen once, at any index',
    [violations.once],
    [{ obligation: firstname, pointer: '/ambassadors/*/firstname' }],
  ],
  ['a violation seen often, wherever', [violations.often], [{ obligation: firstname }]],
  [
    'two causes at one place once',
    [violations.once, violations.otherCause],
    [{ obligation: firstname, pointer: '/ambassadors/*/firstname' }],
  ],
  ['an obligation once', [violations.often, violations.otherCause], [{ obligation: firstname }]],
])('accepts %s', (_name, found, expected) => {
  const { waivers, added } = baselineOf(aResult(found), []);
  expect(waivers).toEqual(expected.map((one) => ({ ...one, ...toBeExplained })));
  expect(added).toEqual(waivers);
});

it('covers what it was made of, also where another place comes first', () => {
  const found = Object.values(violations);
  const { waivers } = baselineOf(aResult(found), []);
  const elsewhere = found.map((one) =>
    one.pointer === undefined ? one : { ...one, pointer: '/ambassadors/0/firstname' },
  );
  const { violations: again } = applyWaivers(elsewhere, waivers, '2024-07-30', () => false);
  expect(again.every(({ waived }) => waived)).toBe(true);
});

it('keeps waivers that cover something, or could not be tried', () => {
  const untried = aWaiver({ obligation: '403/token/forbidden' });
  expect(baselineOf(aResult([violations.once]), [aWaiver(), untried])).toEqual({
    waivers: [aWaiver(), untried],
    added: [],
    dropped: [],
  });
});

it('accepts nothing that the run had waived by another file', () => {
  expect(baselineOf(aResult([violations.once], [aWaiver()]), []).waivers).toEqual([]);
});

it('drops what expired or is gone, and accepts anew what is still broken', () => {
  const expired = aWaiver({ expires: '2024-06-29' });
  const gone = aWaiver({ obligation: '200/body' });
  const { waivers, dropped } = baselineOf(aResult([violations.often]), [expired, gone]);
  expect(waivers).toEqual([{ obligation: firstname, ...toBeExplained }]);
  expect(dropped.map(({ obligation, outcome }) => [obligation, outcome])).toEqual([
    [firstname, 'expired'],
    ['200/body', 'gone'],
  ]);
});
