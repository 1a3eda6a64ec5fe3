import type { Outcome, Try } from './try';
import { verdictOf } from './verdict';

const letters: Readonly<Record<string, Outcome>> = { f: 'fails', p: 'passes', u: 'unseen' };
/** One way a word: fpu is a try that fails, one that passes, one that shows nothing. */
const ways = (words: string): Try[][] =>
  words
    .split(' ')
    .map((word) =>
      Array.from(word, (letter) => ({ outcome: letters[letter] ?? 'unseen', says: 'HTTP 500' })),
    );

it.each([
  ['fff', 'it still fails: 3 of 3 times', 1],
  ['ppp fff', 'it still fails: 3 of 3 times', 1],
  ['pff fff', 'it still fails: 3 of 3 times', 1],
  ['ppp ppp fff', 'it still fails: 3 of 3 times', 1],
  ['uuf', 'it still fails: 1 of 1 time', 1],
  ['pfp ppp p', 'it is flaky: it failed 1 of 7 times', 1],
  ['ppp pfu fp', 'it is flaky: it failed 2 of 7 times', 1],
  ['ppp ppp p', 'it no longer fails: 0 of 7 times', 0],
  ['uuu ppp p', 'it no longer fails: 0 of 4 times', 0],
  ['uuu uuu u', 'it can neither be said to fail nor to pass: HTTP 500', 1],
])('tries of %s: %s', (words, sentence, exitCode) => {
  expect(verdictOf(ways(words))).toEqual({ sentence, exitCode });
});
