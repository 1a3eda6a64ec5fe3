import { pairItems } from './pair-items';

const person = (id_ambassador: number, email = ''): object => ({ id_ambassador, email });

it('finds people by their ids in any order', () => {
  const [ada, bob] = [person(1), person(2, 'b@example.org')];
  const changed = person(2, 'c@example.org');
  expect(pairItems([ada, bob], [changed, ada])).toEqual([
    { index: 1, before: ada, after: ada },
    { index: 0, before: bob, after: changed },
  ]);
});

it('finds what has one id by being equal, then by its place', () => {
  const [a, b, c] = [person(1, 'a'), person(1, 'b'), person(1, 'c')];
  expect(pairItems([a, b], [b, c])).toEqual([
    { index: 1, before: a, after: c },
    { index: 0, before: b, after: b },
  ]);
});

it('pairs strangers by their order', () => {
  expect(pairItems([person(1), person(2)], [person(2), person(3)])).toEqual([
    { index: 1, before: person(1), after: person(3) },
    { index: 0, before: person(2), after: person(2) },
  ]);
});

it.each([
  ['gone', [person(1)], [], [{ index: 0, before: person(1), after: undefined }]],
  ['new', [], [person(1)], [{ index: 0, before: undefined, after: person(1) }]],
  [
    'no objects',
    ['a', null],
    ['a', 7],
    [
      { index: 0, before: 'a', after: 'a' },
      { index: 1, before: null, after: 7 },
    ],
  ],
])('knows items that are %s', (_name, before, after, pairs) => {
  expect(pairItems(before, after)).toEqual(pairs);
});

it('pairs 10,000 people in the opposite order', () => {
  const people = Array.from({ length: 10_000 }, (_, index) => person(index));
  const pairs = pairItems(people, [...people].reverse());
  expect(pairs.every(({ before, after }) => before === after)).toBe(true);
});
