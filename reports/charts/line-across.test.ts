import { draw } from './draw';
import { lineAcross } from './line-across';
import { sizes, type Size } from './size';

const [wide] = sizes as [Size];

/** Where the plot begins, from the top of the picture. */
const plotTop = 26;

function svgOf(value: number): string {
  const across = lineAcross({ value, name: 'the limit', color: '#b00020', highest: 100 }, wide);
  const option = {
    grid: { left: 56, top: plotTop, bottom: 28, right: 44 },
    xAxis: { type: 'value' as const },
    yAxis: { type: 'value' as const },
    ...across,
    series: [
      {
        type: 'line' as const,
        data: [
          [0, 100],
          [1, 20],
        ],
      },
      ...across.series,
    ],
  };
  return draw({ id: 'across', title: 'a line', option }, wide);
}

const labels = (svg: string): string[] =>
  [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/g)].map(([, text = '']) => text);

describe.each([
  ['below the others', 5],
  ['on one of them', 100],
  ['somewhat above', 190],
  ['far above', 900],
])('a line %s', (_, value) => {
  it('has its name over the plot', () => {
    const [, y] = /translate\([\d.]+ ([\d.]+)\)"[^>]*>the limit/.exec(svgOf(value)) ?? [];
    expect(Number(y)).toBeLessThan(plotTop - 8);
  });
});

it('is part of the scale', () => {
  expect(labels(svgOf(190))).toContain('210');
  expect(labels(svgOf(190))).toContain('the limit');
});

it('does not press the others flat: where it is far above, the name says so', () => {
  expect(labels(svgOf(900))).toContain('the limit, above the chart');
  expect(labels(svgOf(900))).not.toContain('900');
});
