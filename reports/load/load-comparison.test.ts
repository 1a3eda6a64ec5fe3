import type { LoadViolation } from '../../schemas/generated/types';
import { anExchange } from '../fixtures/a-contract-result';
import { loadComparison } from './load-comparison';

const body = '{"established_dialogue":"2026-03-02T08:15:04.000Z"}';
const answer = '{"id_chatroom":302,"established_dialogue":"2020-01-01T00:00:00.000Z"}';
const comparisonOf = (differences: Partial<LoadViolation>) =>
  loadComparison({
    check: 'own id',
    message: 'm',
    pointer: '/id_chatroom',
    count: 1,
    example: anExchange({ body, answer, status: 200 }),
    ...differences,
  });

it.each([
  [
    'a status',
    { check: 'status', message: 'received 500; documented 200, 401' },
    { received: '500', documented: '200, 401' },
  ],
  [
    'a status that a valid request does not get',
    { check: 'status', message: 'received 422 for a valid request; documented 200' },
    { received: '422', documented: '200' },
  ],
  ['an id', {}, { received: '302', documented: '301' }],
  [
    'a value',
    { check: 'own value', pointer: '/established_dialogue' },
    { received: '"2020-01-01T00:00:00.000Z"', documented: '"2026-03-02T08:15:04.000Z"' },
  ],
  [
    'an id that is not there',
    { example: anExchange({ body, answer: '{}' }) },
    { received: 'absent', documented: '301' },
  ],
  [
    'a property that is missing',
    { check: 'schema', message: '/source does not match its schema (required)', pointer: '/source' },
    { received: 'absent', documented: 'present' },
  ],
  [
    'a value of another type',
    { check: 'schema', message: '/id_chatroom does not match its schema (type)' },
    { received: '302', documented: 'another type' },
  ],
] as const)('compares %s', (_, differences, comparison) => {
  expect(comparisonOf(differences)).toEqual(comparison);
});

it.each([
  ['a body that is cut', { example: anExchange({ body, answer: '{"id_chatroom":3' }) }],
  ['a body that is null', { example: anExchange({ body, answer: 'null' }) }],
  ['a check of several places', { check: 'schema', pointer: '/ambassadors/*/online', message: 'm' }],
  [
    'a place that stands for several',
    {
      check: 'schema',
      pointer: '/ambassadors/*',
      message: '/ambassadors/* does not match its schema (type)',
    },
  ],
  [
    'a keyword that it has no words for',
    { check: 'schema', message: '/id_chatroom does not match its schema (odd)' },
  ],
])('compares nothing with %s', (_, differences) => {
  expect(comparisonOf(differences)).toBeNull();
});

it('compares nothing without an example', () => {
  expect(loadComparison({ check: 'own id', message: 'm', count: 1 })).toBeNull();
});
