import type { GraphicComponentOption, LineSeriesOption } from 'echarts';

import { axes } from './draw';
import type { Size } from './size';

export interface LineAcross {
  readonly value: number;
  readonly name: string;
  readonly color: string;
  /** The highest value of the other lines. */
  readonly highest: number;
}

interface Drawn {
  readonly series: LineSeriesOption[];
  readonly graphic: GraphicComponentOption[];
}

/** Beyond so many times the highest value, a line would press the others flat. */
const farAbove = 2;

const dashes = [5, 4];
const dashLength = 23;

/** A dashed line across the chart. Its name stands over the plot, where no line runs, behind a piece of it. */
export function lineAcross({ value, name, color, highest }: LineAcross, size: Size): Drawn {
  const isShown = value <= farAbove * highest;
  const { left } = axes.grid(size, 0);
  return {
    series: isShown ? [dashed(value, color)] : [],
    graphic: [
      {
        type: 'line',
        silent: true,
        shape: { x1: left, y1: 9, x2: left + dashLength, y2: 9 },
        style: { stroke: color, lineWidth: 1, lineDash: dashes },
      },
      {
        type: 'text',
        silent: true,
        x: left + dashLength + 6,
        y: 9,
        style: {
          text: isShown ? name : `${name}, above the chart`,
          fill: color,
          fontSize: axes.text.fontSize,
          verticalAlign: 'middle',
        },
      },
    ],
  };
}

function dashed(value: number, color: string): LineSeriesOption {
  return {
    type: 'line',
    silent: true,
    z: 5,
    // Keeps the axis high enough for the line.
    data: [[0, value]],
    showSymbol: false,
    lineStyle: { color, opacity: 0 },
    markLine: {
      silent: true,
      symbol: 'none',
      data: [{ yAxis: value }],
      lineStyle: { color, width: 1, type: dashes },
      label: { show: false },
    },
  };
}
