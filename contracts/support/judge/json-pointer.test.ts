import fc from 'fast-check';

import { pointerSegments, toPointer, valueAt } from './json-pointer';

it.each([
  [[], ''],
  [[''], '/'],
  [['ambassadors', 0, 'online'], '/ambassadors/0/online'],
  [['a/b'], '/a~1b'],
  [['m~n'], '/m~0n'],
  [['~1'], '/~01'],
])('the pointer of %j is "%s"', (segments, pointer) => {
  expect(toPointer(segments)).toBe(pointer);
});

it('reads back the segments that it wrote', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: fc.constantFrom('~', '/', '0', '1', 'a') })), (segments) => {
      expect(pointerSegments(toPointer(segments))).toEqual(segments);
    }),
  );
});

it.each([
  ['', { a: [{ 'b/c': 1 }] }],
  ['/a/0/b~1c', 1],
  ['/a/1', undefined],
  ['/a/0/b~1c/d', undefined],
  ['/constructor', undefined],
  ['/a/map', undefined],
])('the value at "%s" is %j', (pointer, value) => {
  expect(valueAt({ a: [{ 'b/c': 1 }] }, pointer)).toEqual(value);
});
