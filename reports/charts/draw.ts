import { createRequire } from 'node:module';

import type * as Echarts from 'echarts';

import { formatClock } from '../text/numbers';
import { chartPalette } from '../theme/palette';
import { roundStretch } from './round-stretch';
import type { Size } from './size';
import { tidySvg } from './tidy-svg';

export interface Drawing {
  /** Part of the ids inside: unique on the page. */
  readonly id: string;
  /** What the picture shows, in a sentence, for those who do not see it. */
  readonly title: string;
  readonly option: Echarts.EChartsOption;
}

const load = createRequire(__filename);

/** Draws a chart as an SVG element that needs neither styles nor scripts. */
export function draw({ id, title, option }: Drawing, size: Size): string {
  // Loaded with the first chart: a run without load has none, and this takes longer than the rest of its report.
  const echarts = load('echarts') as typeof Echarts;
  const chart = echarts.init(null, null, {
    renderer: 'svg',
    ssr: true,
    width: size.width,
    height: size.height,
  });
  try {
    chart.setOption({ animation: false, textStyle: { fontFamily: 'system-ui, sans-serif' }, ...option });
    return tidySvg(chart.renderToSVGString(), { id: `${id}-${size.name}`, title, size });
  } finally {
    chart.dispose();
  }
}

const text = { color: chartPalette.text.light, fontSize: 12 };

/** Axes as all charts of the page have them. */
export const axes = {
  text,
  grid: (size: Size, right: number) => ({ left: size.name === 'wide' ? 56 : 44, right, top: 26, bottom: 28 }),
  y: (unit: string, max?: number): Echarts.YAXisComponentOption => ({
    type: 'value',
    min: 0,
    ...(max !== undefined && { max }),
    splitNumber: 4,
    name: unit,
    nameLocation: 'end',
    nameGap: 10,
    // A long one would leave the picture on the left.
    nameTextStyle:
      unit.length <= 3
        ? { ...text, align: 'right', padding: [0, 8, 0, 0] }
        : { ...text, align: 'left', padding: [0, 0, 0, -36] },
    axisLabel: text,
    // On a logarithmic axis that begins below 1, its name would stand at 1.
    axisLine: { show: false, onZero: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: chartPalette.grid.light } },
  }),
  /** Seconds since the start of the run, at round times. */
  time: (seconds: number, size: Size): Echarts.XAXisComponentOption => {
    const interval = roundStretch(seconds / (size.name === 'wide' ? 8 : 4));
    return axes.x({
      min: 0,
      max: Math.max(1, seconds),
      interval,
      axisLabel: { ...text, formatter: formatClock, showMaxLabel: seconds % interval === 0 },
    });
  },
  x: (differences: Echarts.XAXisComponentOption): Echarts.XAXisComponentOption =>
    ({
      type: 'value',
      axisLabel: { ...text, hideOverlap: true },
      axisLine: { lineStyle: { color: chartPalette.axis.light } },
      axisTick: { lineStyle: { color: chartPalette.axis.light } },
      splitLine: { show: false },
      ...differences,
    }) as Echarts.XAXisComponentOption,
};
