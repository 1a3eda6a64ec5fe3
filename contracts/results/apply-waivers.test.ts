import type { Waiver } from '../../schemas/generated/types';
import { aViolation } from '../testing/evidence';
import { applyWaivers, type WaiverOutcome } from './apply-waivers';

const aWaiver = (changes: Partial<Waiver> = {}): Waiver => ({
  obligation: '200/body/source',
  reason: 'an integer until v3',
  expires: '2024-06-30',
  ...changes,
});

/** Applies one waiver on its last day. */
function apply(waiver: Waiver, violations = [aViolation()], verified: readonly string[] = []): WaiverOutcome {
  return applyWaivers(violations, [waiver], '2024-06-30', (id) => verified.includes(id));
}

it('waives a violation through the last day', () => {
  const { violations, waivers } = apply(aWaiver());
  expect(violations).toEqual([{ ...aViolation(), waived: true }]);
  expect(waivers).toEqual([{ ...aWaiver(), outcome: 'matched' }]);
});

it('waives nothing once expired', () => {
  expect(apply(aWaiver({ expires: '2024-06-29' }))).toMatchObject({
    violations: [{ waived: false }],
    waivers: [{ outcome: 'expired' }],
  });
});

it('is gone where its obligation was verified', () => {
  expect(apply(aWaiver(), [], ['200/body/source']).waivers).toMatchObject([{ outcome: 'gone' }]);
});

it.each([
  ['its obligation was not seen', aWaiver()],
  ['no obligation has its id', aWaiver({ obligation: '200/body/colour' })],
])('is unobserved where %s', (_name, waiver) => {
  expect(apply(waiver, []).waivers).toMatchObject([{ outcome: 'unobserved' }]);
});

it('waives every cause of its obligation, and no other obligation', () => {
  const violations = [aViolation(), aViolation({ cause: 'null' }), aViolation({ obligation: '200/body' })];
  expect(apply(aWaiver(), violations).violations.map(({ waived }) => waived)).toEqual([true, true, false]);
});

it('waives only its pointer, where it has one', () => {
  const violations = [aViolation(), aViolation({ cause: 'null', pointer: '/other' })];
  const outcome = apply(aWaiver({ pointer: '/source' }), violations);
  expect(outcome.violations.map(({ waived }) => waived)).toEqual([true, false]);
  expect(apply(aWaiver({ pointer: '/else' }), violations).waivers).toMatchObject([{ outcome: 'unobserved' }]);
});

it('waives any item where its pointer has a * for the index', () => {
  const at = (pointer: string): ReturnType<typeof aViolation> => aViolation({ pointer });
  const waiver = aWaiver({ pointer: '/ambassadors/*/source' });
  const places = ['/ambassadors/0/source', '/ambassadors/12/source', '/ambassadors/0', '/source'];
  expect(apply(waiver, places.map(at)).violations.map(({ waived }) => waived)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});

it('waives a violation that was seen at several places only where all of them are covered', () => {
  const violation = aViolation({ pointer: '/date_insert', otherPointers: ['/source'] });
  const one = aWaiver({ pointer: '/date_insert' });
  expect(apply(one, [violation])).toMatchObject({
    violations: [{ waived: false }],
    waivers: [{ outcome: 'matched' }],
  });
  expect(apply(aWaiver(), [violation]).violations).toMatchObject([{ waived: true }]);
  const both = [one, aWaiver({ pointer: '/source' })];
  expect(applyWaivers([violation], both, '2024-06-30', () => false)).toMatchObject({
    violations: [{ waived: true }],
    waivers: [{ outcome: 'matched' }, { outcome: 'matched' }],
  });
});

it('does not take a pointer for an answer as a whole', () => {
  const violation = aViolation({ pointer: undefined, otherPointers: ['/source'] });
  expect(apply(aWaiver({ pointer: '/source' }), [violation]).violations).toMatchObject([{ waived: false }]);
});

it('takes one of several waivers that is in force', () => {
  const waivers = [aWaiver({ expires: '2020-01-01' }), aWaiver()];
  const outcome = applyWaivers([aViolation()], waivers, '2024-06-30', () => false);
  expect(outcome.violations).toMatchObject([{ waived: true }]);
  expect(outcome.waivers.map((waiver) => waiver.outcome)).toEqual(['expired', 'matched']);
});
