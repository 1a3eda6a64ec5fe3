import { boundSentence } from './bound-sentence';

const clean = { responses: 20_000, bodies: 3_000, violations: [], bound: 0.001 };
const schema = { check: 'schema', message: 'm', count: 2 };
const status = { check: 'status', message: 'm', count: 1_500 };

describe('boundSentence', () => {
  it.each([
    [
      'No violation in 3,000 sampled bodies: fewer than 0.1 % of all bodies violate their schema, with 95 % confidence.',
      clean,
    ],
    ['No body was validated against its schema.', { ...clean, bodies: 0, bound: null }],
    [
      '2 violations of a schema in 3,000 bodies validated whole.',
      { ...clean, violations: [schema], bound: null },
    ],
    [
      'The checks that every answer gets found 1,500 violations. No violation of a schema in 500 sampled bodies: fewer than 0.6 % of all bodies violate their schema, with 95 % confidence.',
      { ...clean, bodies: 500, violations: [status], bound: 0.006 },
    ],
    [
      'The checks that every answer gets found 1,500 violations. 2 violations of a schema in 3,000 bodies validated whole.',
      { ...clean, violations: [status, schema], bound: null },
    ],
    [
      'The checks that every answer gets found 1,500 violations. No body of a 200 was validated against its schema.',
      { ...clean, bodies: 500, sampled: 0, violations: [status], bound: null },
    ],
    [
      'No violation in 30 sampled bodies: fewer than 10 % of all bodies violate their schema, with 95 % confidence.',
      { ...clean, sampled: 30, bound: 0.1 },
    ],
    ['No violation in 2 sampled bodies.', { ...clean, sampled: 2, bound: 1 }],
    ['No violation in 1 sampled body.', { ...clean, bodies: 1, bound: null }],
  ])('%s', (sentence, verified) => {
    expect(boundSentence(verified).replaceAll('\u00a0', ' ')).toBe(sentence);
  });
});
