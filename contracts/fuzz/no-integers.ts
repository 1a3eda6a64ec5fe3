import fc from 'fast-check';

import type { Kinds } from './kinds';
import { letters, lettersOfNoNumber, wordsOf } from './texts';

const digits = fc.constantFrom(...Array.from('0123456789'));
const digitsBut0 = fc.constantFrom(...Array.from('123456789'));
/** Signs that a header may hold and a number may not; a comma would make a list of it. */
const signs = '!#$&*:;=?@^|~';

const suffixes = wordsOf(lettersOfNoNumber, 8);
// The last digit is not 0: 3.0 is an integer to some.
const fractions = fc
  .tuple(fc.string({ unit: digits, maxLength: 4 }), digitsBut0)
  .map(([start, end]) => `.${start}${end}`);

/** The own number first, which failures shrink to: read loosely, it is the one that would be let in. */
function numbers(own: number): fc.Arbitrary<number> {
  return fc.oneof({ withCrossShrink: true }, fc.constant(own), fc.integer({ min: 1, max: 2 ** 31 - 1 }));
}

/** Brand headers that are certainly no integer (ledger entry 11), named as the obligations that try plain ones. */
export function noBrands(own: number): Kinds<string> {
  return {
    text: wordsOf(letters + letters.toUpperCase(), 12),
    decimal: fc.tuple(numbers(own), fractions).map((parts) => parts.join('')),
    'trailing-text': fc
      .tuple(numbers(own), fc.oneof(suffixes, wordsOf(signs, 3)))
      .map((parts) => parts.join('')),
  };
}

/**
 * Ids that are certainly no integer in range (ledger entry 12), named as the obligations that try plain ones. Each
 * arrives as it is: nothing in it is taken for a part of a URL.
 */
export function noIds(own: number): Kinds<string> {
  return {
    text: fc.oneof(
      wordsOf(letters + letters.toUpperCase() + '-_~', 40).filter((text) => /[a-z]/i.test(text)),
      wordsOf('éßñЖ語한💬', 6).map(encodeURIComponent),
    ),
    'trailing-text': fc.tuple(numbers(own), suffixes).map((parts) => parts.join('')),
    decimal: fc.tuple(numbers(own), fractions).map((parts) => parts.join('')),
    negative: numbers(own).map((number) => `-${number}`),
    'out-of-range': fc
      .tuple(digitsBut0, fc.string({ unit: digits, minLength: 19, maxLength: 300 }))
      .map((parts) => parts.join('')),
  };
}
