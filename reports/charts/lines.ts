import type { LineSeriesOption } from 'echarts';

import type { TimePoint } from './time-points';

interface LineStyle {
  readonly color: string;
  readonly width?: number;
  /** From the end of the line to its name. */
  readonly labelDistance?: number;
}

/** A value that is not known is a gap. */
type Point = readonly [x: number, y: number | null | undefined];

/** The course of a value, second by second. */
export function overSeconds(
  points: readonly TimePoint[],
  value: (point: TimePoint) => number | null,
): Point[] {
  return points.map((point) => [point.second, value(point)]);
}

/** A line with its name at its end, so that no legend is needed. */
export function line(
  name: string,
  points: readonly Point[],
  { color, width = 1.2, labelDistance = 5 }: LineStyle,
): LineSeriesOption {
  return {
    type: 'line',
    name,
    silent: true,
    symbol: 'none',
    data: points.map(([x, y], index) =>
      isAlone(points, index) ? { value: [x, y ?? '-'], symbol: 'circle', symbolSize: 3 } : [x, y ?? '-'],
    ),
    itemStyle: { color },
    lineStyle: { color, width },
    endLabel: { show: true, formatter: name, color, fontSize: 12, distance: labelDistance },
    labelLayout: { moveOverlap: 'shiftY' },
  };
}

/** A point between two gaps has no line that would show it. */
function isAlone(points: readonly Point[], index: number): boolean {
  const isKnown = (at: number): boolean => typeof points[at]?.[1] === 'number';
  return isKnown(index) && !isKnown(index - 1) && !isKnown(index + 1);
}
