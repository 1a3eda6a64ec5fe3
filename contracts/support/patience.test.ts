import { NotTried } from './not-tried';
import { Patience } from './patience';

function patienceAfter(causes: readonly (string | undefined)[]): Patience {
  const patience = new Patience();
  patience.check(spec);
  for (const cause of causes) patience.note(cause);
  return patience;
}

const spec = '401.spec.ts';
const check =
  (patience: Patience, of = spec) =>
  (): void => {
    patience.check(of);
  };

describe('of a target that answers nothing but 429', () => {
  const refusedBy = (count: number): Patience => {
    const patience = new Patience(0);
    for (let one = 0; one < count; one += 1) patience.noteRefused();
    return patience;
  };

  test('ends once nothing was let through for half a minute', () => {
    expect(refusedBy(3).isRefusedForGood(29_999)).toBe(false);
    expect(refusedBy(3).isRefusedForGood(30_000)).toBe(true);
  });

  test('lasts where few were refused, or one was let through since', () => {
    expect(refusedBy(2).isRefusedForGood(90_000)).toBe(false);
    const patience = refusedBy(99);
    patience.noteLetThrough(80_000);
    expect(patience.isRefusedForGood(90_000)).toBe(false);
  });

  test('ends at once where very many were', () => {
    expect(refusedBy(100).isRefusedForGood(1)).toBe(true);
  });
});

test('lasts while answers come between failures', () => {
  expect(
    check(patienceAfter(['ECONNRESET', 'too-large', undefined, 'ECONNRESET', 'too-large'])),
  ).not.toThrow();
});

test('ends with three failures in a row', () => {
  expect(check(patienceAfter(['ECONNRESET', 'too-large', 'ECONNREFUSED']))).toThrow(NotTried);
});

test('ends with three timeouts, answers between them or not', () => {
  const timeouts = Array.from({ length: 3 }, () => ['timeout', undefined]).flat();
  expect(check(patienceAfter(timeouts.slice(0, 4)))).not.toThrow();
  expect(check(patienceAfter(timeouts))).toThrow('stopped answering');
});

test('begins anew with another spec file, but for timeouts', () => {
  expect(check(patienceAfter(['ECONNRESET', 'ECONNRESET', 'ECONNRESET']), '403.spec.ts')).not.toThrow();
  expect(check(patienceAfter(['timeout', 'timeout', 'timeout']), '403.spec.ts')).toThrow(NotTried);
});
