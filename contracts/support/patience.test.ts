import { NotTried } from './not-tried';
import { Patience } from './patience';

function patienceAfter(causes: readonly (string | undefined)[]): Patience {
  const patience = new Patience();
  for (const cause of causes) patience.note(cause);
  return patience;
}

const check = (patience: Patience) => (): void => {
  patience.check();
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

test('counts the timeouts of earlier spec files', () => {
  expect(check(new Patience(3))).toThrow(NotTried);
});
