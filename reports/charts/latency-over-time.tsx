import type { LineSeriesOption } from 'echarts';
import type { VNode } from 'preact';

import type { LoadResult } from '../../schemas/generated/types';
import { Numeric, RowHead } from '../page/table';
import { formatClock, formatMs, formatMsNumber } from '../text/numbers';
import { chartPalette } from '../theme/palette';
import { axes, type Drawing } from './draw';
import { EChart } from './echart';
import { Figure } from './figure';
import { latencyPoints } from './latency-points';
import { lineAcross } from './line-across';
import { line, overSeconds } from './lines';
import type { Size } from './size';
import { pointLimit, stretchNote } from './stretch-note';
import type { TimePoint } from './time-points';

export function LatencyOverTime({ load }: { readonly load: LoadResult }): VNode {
  const { points, stretchSeconds, merged } = latencyPoints(load, pointLimit.wide);
  return (
    <Figure
      title="Latency over time"
      note={stretchNote(
        stretchSeconds,
        merged
          ? 'percentiles of all its requests'
          : "the median second's p50, the worst second's p95, p99 and maximum",
      )}
      picture={(size) => <EChart drawing={drawing(load, size)} size={size} />}
      columns={[
        { title: 'Time' },
        ...['p50', 'p95', 'p99', 'max'].map((title) => ({ title: `${title}, ms`, numeric: true })),
      ]}
    >
      {points.map((point) => (
        <tr>
          <RowHead>{formatClock(point.second)}</RowHead>
          {[point.p50, point.p95, point.p99, point.max].map((value) => (
            <Numeric>{formatMsNumber(value)}</Numeric>
          ))}
        </tr>
      ))}
    </Figure>
  );
}

function drawing(load: LoadResult, size: Size): Drawing {
  const { points } = latencyPoints(load, pointLimit[size.name]);
  const limit = load.thresholds.find(
    ({ name, unit, brand }) => name.endsWith('p95') && unit === 'ms' && brand === undefined,
  )?.limit;
  const highest = Math.max(0, ...points.map(({ max, p99 }) => max ?? p99 ?? 0));
  const across =
    limit === undefined
      ? undefined
      : lineAcross(
          { value: limit, name: `p95 limit ${formatMs(limit)}`, color: chartPalette.red.light, highest },
          size,
        );
  return {
    id: 'latency-over-time',
    title: `Latency over time: overall p50 ${formatMs(load.latency.p50)}, p95 ${formatMs(load.latency.p95)}, maximum ${formatMs(load.latency.max)}`,
    option: {
      grid: axes.grid(size, 44),
      xAxis: axes.time(points.at(-1)?.second ?? 0, size),
      yAxis: axes.y('ms', highest === 0 ? 1 : undefined),
      series: [...band(points), ...lines(points), ...(across?.series ?? [])],
      graphic: across?.graphic ?? [],
    },
  };
}

/** The space between p50 and p95 is stacked: what is below it, unseen, and its height. */
function band(points: readonly TimePoint[]): LineSeriesOption[] {
  const blue = chartPalette.blue.light;
  const height = ({ p50, p95 }: TimePoint): number | null =>
    p50 === null || p95 === null ? null : p95 - p50;
  return [
    {
      ...line(
        'p50',
        overSeconds(points, ({ p50 }) => p50),
        { color: blue, width: 1.8 },
      ),
      stack: 'band',
    },
    {
      ...line('p95', overSeconds(points, height), { color: blue }),
      stack: 'band',
      areaStyle: { color: blue, opacity: 0.16 },
    },
  ];
}

function lines(points: readonly TimePoint[]): LineSeriesOption[] {
  return [
    line(
      'p99',
      overSeconds(points, ({ p99 }) => p99),
      { color: chartPalette.orange.light },
    ),
    {
      ...line(
        'max',
        overSeconds(points, ({ max }) => max),
        { color: chartPalette.grey.light },
      ),
      lineStyle: { color: chartPalette.grey.light, width: 0.8, type: [2, 2] },
    },
  ];
}
