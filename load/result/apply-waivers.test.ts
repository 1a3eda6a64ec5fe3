import type { LoadResult, LoadViolation } from '../../schemas/generated/types';
import { applyWaivers } from './apply-waivers';

const nullRating: LoadViolation = { check: 'schema', pointer: '/last_rating', message: 'null', count: 3 };

function aFailedResult(violations: LoadViolation[]): LoadResult {
  return {
    verdict: 'failed',
    verified: { responses: 10, bodies: 10, violations, bound: null },
    validity: { droppedIterations: 0, vusAtMax: false, generatorCpu: 0.1, exceptions: 0, reasons: [] },
    thresholds: [],
  } as unknown as LoadResult;
}

const waiver = (obligation: string, expires = '2030-01-01') => [{ obligation, reason: 'known', expires }];

test('a waived violation stays in the result and does not fail it', () => {
  const result = applyWaivers(aFailedResult([nullRating]), waiver('200/body/last_rating'), '2026-01-01');
  expect(result.verdict).toBe('passed');
  expect(result.verified.violations).toEqual([{ ...nullRating, waived: true }]);
});

test('a waiver holds through its last day and no longer', () => {
  const verdictOn = (today: string): string =>
    applyWaivers(aFailedResult([nullRating]), waiver('200/body/last_rating', '2026-01-01'), today).verdict;
  expect(verdictOn('2026-01-01')).toBe('passed');
  expect(verdictOn('2026-01-02')).toBe('failed');
});

test('another violation still fails', () => {
  const other: LoadViolation = { check: 'own value', message: 'other', count: 1 };
  const result = applyWaivers(
    aFailedResult([nullRating, other]),
    waiver('200/body/last_rating'),
    '2026-01-01',
  );
  expect(result.verdict).toBe('failed');
});

test.each([
  ['own id', '/id_chatroom', '200/body/id_chatroom/requested'],
  ['own value', '/established_dialogue', '200/value/answered'],
  ['schema', '/errors', '422/body/errors'],
])('%s at %s is waived as %s', (check, pointer, obligation) => {
  const violation = { check, pointer, message: 'broken', count: 1 };
  expect(applyWaivers(aFailedResult([violation]), waiver(obligation), '2026-01-01').verdict).toBe('passed');
});
