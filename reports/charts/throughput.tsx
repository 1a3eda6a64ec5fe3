import type { LineSeriesOption } from 'echarts';
import type { VNode } from 'preact';

import type { LoadResult } from '../../schemas/generated/types';
import { Numeric, RowHead } from '../page/table';
import { formatClock, formatRate } from '../text/numbers';
import { chartPalette } from '../theme/palette';
import { axes, type Drawing } from './draw';
import { EChart } from './echart';
import { Figure } from './figure';
import { line, overSeconds } from './lines';
import type { Size } from './size';
import { pointLimit, stretchNote } from './stretch-note';
import { timePoints, type TimePoint } from './time-points';

/** Requests per second: asked, reached, and those that failed. */
export function Throughput({ load }: { readonly load: LoadResult }): VNode {
  const { points, stretchSeconds } = timePoints(load.series, pointLimit.wide);
  return (
    <Figure
      title="Requests per second"
      note={stretchNote(stretchSeconds, 'means over that time')}
      picture={(size) => <EChart drawing={drawing(load, size)} size={size} />}
      columns={[
        { title: 'Time' },
        { title: 'Reached per second', numeric: true },
        { title: 'Failed per second', numeric: true },
      ]}
    >
      {points.map(({ second, requestsPerSecond, failuresPerSecond }) => (
        <tr>
          <RowHead>{formatClock(second)}</RowHead>
          <Numeric>{requestsPerSecond.toFixed(1)}</Numeric>
          <Numeric>{failuresPerSecond.toFixed(1)}</Numeric>
        </tr>
      ))}
    </Figure>
  );
}

function drawing(load: LoadResult, size: Size): Drawing {
  const { points } = timePoints(load.series, pointLimit[size.name]);
  const asked = load.askedRate === undefined ? '' : `, asked ${formatRate(load.askedRate)}`;
  const failures = load.series.reduce((sum, second) => sum + second.failures, 0);
  return {
    id: 'throughput',
    title: `Requests per second: reached ${formatRate(load.rate)} on average${asked}; ${failures} failed`,
    option: {
      grid: axes.grid(size, 58),
      xAxis: axes.time(points.at(-1)?.second ?? 0, size),
      yAxis: axes.y('/s'),
      series: [
        ...(load.askedRate === undefined ? [] : [askedLine(load.askedRate)]),
        reached(points),
        ...(failures === 0 ? [] : [failed(points)]),
      ],
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

function failed(points: readonly TimePoint[]): LineSeriesOption {
  const color = chartPalette.red.light;
  return {
    ...line(
      'failed',
      overSeconds(points, ({ failuresPerSecond }) => failuresPerSecond),
      { color, width: 1.4 },
    ),
    areaStyle: { color, opacity: 0.25 },
  };
}

/** The contract knows the mean that was asked for, not its course: a line across. */
function askedLine(askedRate: number): LineSeriesOption {
  const color = chartPalette.text.light;
  return {
    type: 'line',
    silent: true,
    // Keeps the axis high enough for the line.
    data: [[0, askedRate]],
    showSymbol: false,
    lineStyle: { color, opacity: 0 },
    markLine: {
      silent: true,
      symbol: 'none',
      data: [{ yAxis: askedRate }],
      lineStyle: { color, width: 1, type: [5, 4] },
      label: { formatter: `asked ${formatRate(askedRate)}`, position: 'insideStartTop', ...axes.halo, color },
    },
  };
}
