import type { LineSeriesOption } from 'echarts';
import type { VNode } from 'preact';

import type { LoadResult } from '../../schemas/generated/types';
import { Numeric, RowHead } from '../page/table';
import { cutLine } from '../text/cut';
import { formatClock, formatRate } from '../text/numbers';
import { visible } from '../text/visible';
import { chartPalette } from '../theme/palette';
import { axes, type Drawing } from './draw';
import { EChart } from './echart';
import { Figure } from './figure';
import { lineAcross } from './line-across';
import { line, overSeconds } from './lines';
import type { Size } from './size';
import { pointLimit, stretchNote } from './stretch-note';
import { statusPoints, type StatusPoints } from './status-points';
import { timePoints, type TimePoint } from './time-points';

/** Requests per second: asked, reached, and those that were answered with something else than 200. */
export function Throughput({ load }: { readonly load: LoadResult }): VNode {
  const { points, stretchSeconds } = timePoints(load.series, pointLimit.wide);
  const statuses = statusPoints(load.series, stretchSeconds);
  return (
    <Figure
      title="Requests per second"
      note={stretchNote(stretchSeconds, 'means over that time')}
      picture={(size) => <EChart drawing={drawing(load, size)} size={size} />}
      columns={[
        { title: 'Time' },
        { title: 'Reached per second', numeric: true },
        { title: 'Failed per second', numeric: true },
        ...statuses.map(({ name }) => ({ title: label(name), numeric: true })),
      ]}
    >
      {points.map(({ second, requestsPerSecond, failuresPerSecond }, index) => (
        <tr>
          <RowHead>{formatClock(second)}</RowHead>
          <Numeric>{requestsPerSecond.toFixed(1)}</Numeric>
          <Numeric>{failuresPerSecond.toFixed(1)}</Numeric>
          {statuses.map(({ perSecond }) => (
            <Numeric>{(perSecond[index] ?? 0).toFixed(1)}</Numeric>
          ))}
        </tr>
      ))}
    </Figure>
  );
}

function drawing(load: LoadResult, size: Size): Drawing {
  const { points, stretchSeconds } = timePoints(load.series, pointLimit[size.name]);
  const statuses = statusPoints(load.series, stretchSeconds);
  const asked = load.askedRate === undefined ? '' : `, asked ${formatRate(load.askedRate)}`;
  const across = load.askedRate === undefined ? undefined : askedLine(load.askedRate, points, size);
  const failures = load.series.reduce((sum, second) => sum + second.failures, 0);
  return {
    id: 'throughput',
    title: `Requests per second: reached ${formatRate(load.rate)} on average${asked}; ${failures} failed`,
    option: {
      grid: axes.grid(size, statuses.length === 0 ? 58 : 72),
      xAxis: axes.time(points.at(-1)?.second ?? 0, size),
      yAxis: axes.y('/s'),
      series: [
        ...(across?.series ?? []),
        reached(points),
        ...statuses.map((status, index) => notOk(status, points, index)),
      ],
      graphic: across?.graphic ?? [],
    },
  };
}

function reached(points: readonly TimePoint[]): LineSeriesOption {
  const color = chartPalette.blue.light;
  return {
    ...line(
      'reached',
      overSeconds(points, ({ requestsPerSecond }) => requestsPerSecond),
      { color, width: 1.4 },
    ),
    areaStyle: { color, opacity: 0.1 },
  };
}

const colours = [chartPalette.red.light, chartPalette.orange.light, chartPalette.grey.light];

function notOk(
  { name, perSecond }: StatusPoints,
  points: readonly TimePoint[],
  index: number,
): LineSeriesOption {
  const color = colours[index] ?? chartPalette.grey.light;
  const course = points.map(({ second }, position) => [second, perSecond[position]] as const);
  return { ...line(label(name), course, { color, width: 1.4 }), areaStyle: { color, opacity: 0.2 } };
}

function label(name: string): string {
  return visible(cutLine(name, 10));
}

/** The contract knows the mean that was asked for, not its course: a line across. */
function askedLine(askedRate: number, points: readonly TimePoint[], size: Size) {
  return lineAcross(
    {
      value: askedRate,
      name: `asked ${formatRate(askedRate)} on average`,
      color: chartPalette.text.light,
      // How far below it the run stayed is what the chart is for.
      highest: Math.max(askedRate, ...points.map(({ requestsPerSecond }) => requestsPerSecond)),
    },
    size,
  );
}
