import { labelPlace } from './label-place';
import { sizes, type Size } from './size';

const [wide, narrow] = sizes as readonly [Size, Size];

/** Twenty-one points, the same but from `until` on. */
const line = (y: number, until = 21, then = y): [number, number][] =>
  Array.from({ length: 21 }, (_, x) => [x, x < until ? y : then]);

it.each([
  ['above the beginning where nothing is', 'insideStartTop', wide, [line(100), line(500)]],
  ['below it where a line runs above', 'insideStartBottom', wide, [line(340), line(500)]],
  [
    'at the end where the beginning has lines on both sides',
    'insideEndTop',
    wide,
    [line(260, 12, 305), line(340, 12, 500)],
  ],
  [
    'where one line runs rather than two',
    'insideMiddleBottom',
    wide,
    [line(320), line(330), line(290), line(500)],
  ],
  [
    'clear of all that a narrow picture has beside it',
    'insideStartBottom',
    narrow,
    [line(500, 8, 330), line(500)],
  ],
] as const)('stands %s', (_, place, size, lines) => {
  expect(labelPlace(310, lines, size)).toBe(place);
});

it('does not mind what is not known', () => {
  expect(
    labelPlace(
      310,
      [
        [
          [0, null],
          [1, undefined],
          [2, 100],
        ],
        [],
      ],
      wide,
    ),
  ).toBe('insideStartTop');
  expect(labelPlace(310, [], wide)).toBe('insideStartTop');
});
