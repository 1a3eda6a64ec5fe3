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
