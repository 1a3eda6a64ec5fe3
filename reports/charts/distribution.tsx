import type { LineSeriesOption } from 'echarts';
import type { VNode } from 'preact';

import type { LoadResult } from '../../schemas/generated/types';
import { Numeric } from '../page/table';
import { formatCount, formatMs, formatMsNumber, formatShare } from '../text/numbers';
import { chartPalette } from '../theme/palette';
import { axes, type Drawing } from './draw';
import { EChart } from './echart';
import { Figure } from './figure';
import type { Size } from './size';
import { bucketsOf, mergeHistograms, type Bucket, type Buckets } from './merge-histograms';

/** How many requests took how long, on a logarithmic axis. Nothing where the run recorded no histograms. */
export function Distribution({ load }: { readonly load: LoadResult }): VNode | null {
  const buckets = bucketsOf(fitting(mergeHistograms(Object.values(load.histograms ?? {}))));
  if (buckets.length === 0) return null;
  const total = buckets.reduce((sum, { count }) => sum + count, 0);
  return (
    <Figure
      title="Latency distribution"
      note="requests by time taken in ms, on a logarithmic axis"
      picture={(size) => <EChart drawing={drawing(load, buckets, size)} size={size} />}
      columns={[
        { title: 'Above, ms', numeric: true },
        { title: 'Up to, ms', numeric: true },
        { title: 'Requests', numeric: true },
        { title: 'Share', numeric: true },
      ]}
    >
      {buckets.map(({ lower, upper, count }) => (
        <tr>
          <Numeric>{formatMsNumber(lower)}</Numeric>
          <Numeric>{formatMsNumber(upper)}</Numeric>
          <Numeric>{formatCount(count)}</Numeric>
          <Numeric>{formatShare(count / total)}</Numeric>
        </tr>
      ))}
    </Figure>
  );
}

const mostBuckets = 64;

/** Buckets so wide that their counts are a shape and no noise: the Rice rule. */
function fitting(histogram: Buckets): Buckets {
  const requests = histogram.counts.reduce((sum, count) => sum + count, 0);
  const limit = Math.min(mostBuckets, Math.max(8, 2 * Math.cbrt(requests)));
  return histogram.counts.length <= limit || histogram.scale <= 0
    ? histogram
    : fitting(mergeHistograms([histogram], histogram.scale - 1));
}

function drawing(load: LoadResult, buckets: readonly Bucket[], size: Size): Drawing {
  const min = Math.log2(buckets[0]?.lower ?? 1);
  const max = Math.log2(buckets.at(-1)?.upper ?? 2);
  return {
    id: 'distribution',
    title: `Latency distribution: half of the requests within ${formatMs(load.latency.p50)}, 99 % within ${formatMs(load.latency.p99)}`,
    option: {
      grid: axes.grid(size, 24),
      xAxis: axes.x({
        min,
        max,
        axisTick: { customValues: ticks(min, max), lineStyle: { color: chartPalette.axis.light } },
        axisLabel: {
          ...axes.text,
          hideOverlap: true,
          customValues: ticks(min, max),
          formatter: (exponent: number) => formatMsTick(2 ** exponent),
        },
      }),
      yAxis: axes.y('requests'),
      series: [outline(buckets, load)],
    },
  };
}

/** Powers of ten, and twice and five times them, as exponents of two. */
function ticks(min: number, max: number): number[] {
  const values = [-2, -1, 0, 1, 2, 3, 4, 5, 6].flatMap((power) =>
    [1, 2, 5].map((factor) => factor * 10 ** power),
  );
  return values.map((value) => Math.log2(value)).filter((value) => value >= min && value <= max);
}

function formatMsTick(value: number): string {
  return Number(value.toPrecision(3)).toLocaleString('en-US');
}

function outline(buckets: readonly Bucket[], load: LoadResult): LineSeriesOption {
  const color = chartPalette.blue.light;
  return {
    type: 'line',
    silent: true,
    showSymbol: false,
    data: buckets.flatMap(({ lower, upper, count }) => [
      [Math.log2(lower), count],
      [Math.log2(upper), count],
    ]),
    lineStyle: { color, width: 1.2 },
    areaStyle: { color, opacity: 0.18 },
    markLine: {
      silent: true,
      symbol: 'none',
      data: (['p50', 'p95', 'p99'] as const).flatMap((name) => {
        const value = load.latency[name];
        return value === null || value <= 0 ? [] : [{ name, xAxis: Math.log2(value) }];
      }),
      lineStyle: { color: chartPalette.orange.light, width: 1, type: 'solid' },
      label: { formatter: '{b}', position: 'end', color: chartPalette.orange.light, fontSize: 12 },
    },
  };
}
