import { labelPlace } from './label-place';

/** Eleven points, the same but where it is said. */
const line = (y: number, others: Record<number, number> = {}): [number, number][] =>
  Array.from({ length: 11 }, (_, x) => [x, others[x] ?? y]);

it.each([
  ['above the beginning where nothing is', 'insideStartTop', [line(100), line(500)]],
  ['below it where a line runs above', 'insideStartBottom', [line(340), line(500)]],
  [
    'in the middle where lines run on both sides of the beginning',
    'insideMiddleTop',
    [line(500, { 0: 320, 1: 290 })],
  ],
  ['above the beginning where every place is taken', 'insideStartTop', [line(320), line(290), line(500)]],
])('stands %s', (_, place, lines) => {
  expect(labelPlace(310, lines)).toBe(place);
});

it('does not mind what is not known', () => {
  expect(
    labelPlace(310, [
      [
        [0, null],
        [1, undefined],
        [2, 100],
      ],
      [],
    ]),
  ).toBe('insideStartTop');
});
