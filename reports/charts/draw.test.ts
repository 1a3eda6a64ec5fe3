import { draw } from './draw';
import { sizes, type Size } from './size';

const [wide] = sizes as [Size];
const option = {
  xAxis: { type: 'value' as const },
  yAxis: { type: 'value' as const, name: 'ms' },
  series: [
    {
      type: 'line' as const,
      data: [
        [0, 1],
        [1, 3],
      ],
      areaStyle: {},
    },
  ],
};

describe('draw', () => {
  const svg = draw({ id: 'a-chart', title: 'p95 < 400 & "fine"', option }, wide);

  it('says what it shows to those who do not see it', () => {
    expect(svg).toContain('role="img" aria-labelledby="a-chart-wide-title"');
    expect(svg).toContain('<title id="a-chart-wide-title">p95 &lt; 400 &amp; "fine"</title>');
  });

  it('needs neither styles nor scripts, and takes nothing from elsewhere', () => {
    expect(svg).not.toMatch(/<style|style=|class=|<script|href=|http/);
    expect(svg).toContain('font-size="12px"');
  });

  it('is the same each time: ids are its own', () => {
    expect(draw({ id: 'a-chart', title: 'p95 < 400 & "fine"', option }, wide)).toBe(svg);
  });
});
