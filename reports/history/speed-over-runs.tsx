import type { LineSeriesOption } from 'echarts';
import type { VNode } from 'preact';

import type { HistoryRun } from '../../schemas/generated/types';
import { axes, type Drawing } from '../charts/draw';
import { EChart } from '../charts/echart';
import { Figure } from '../charts/figure';
import { lineAcross } from '../charts/line-across';
import { line } from '../charts/lines';
import type { Size } from '../charts/size';
import { Numeric, RowHead } from '../page/table';
import type { Speed } from '../regression/speed-of';
import { formatMs, formatMsNumber, formatTime, plural } from '../text/numbers';
import { chartPalette } from '../theme/palette';
import { levelsOf, type Level } from './levels-of';

/** p50, p95 and p99 from run to run, and where the level of p95 changed. */
export function SpeedOverRuns({
  speed,
  id = 'speed',
}: {
  readonly speed: Speed;
  readonly id?: string;
}): VNode {
  const { series, changes } = speed;
  const levels = levelsOf(series, changes);
  return (
    <Figure
      title="Latency from run to run"
      note={noteOf(levels, speed)}
      picture={(size) => <EChart drawing={drawing(speed, levels, size, id)} size={size} />}
      columns={[{ title: 'Run' }, ...percentiles.map((title) => ({ title: `${title}, ms`, numeric: true }))]}
    >
      {series.map(({ startedAt, load }) => (
        <tr>
          <RowHead>{formatTime(startedAt)}</RowHead>
          {[load?.p50, load?.p95, load?.p99].map((value) => (
            <Numeric>{formatMsNumber(value ?? null)}</Numeric>
          ))}
        </tr>
      ))}
    </Figure>
  );
}

function noteOf(levels: readonly Level[], { series }: Speed): string {
  const runs = `${plural(series.length, 'valid run')} with the same profile, k6 and traffic`;
  const steps = levels.slice(1).map(({ medianMs, since }, index) => {
    const before = levels[index]?.medianMs ?? null;
    return `${formatMs(before)} → ${formatMs(medianMs)} on ${since.slice(0, 10)}`;
  });
  return steps.length === 0 ? runs : `${runs}; the level of p95 changed: ${steps.join(', ')}`;
}

function drawing({ series, figures }: Speed, levels: readonly Level[], size: Size, id: string): Drawing {
  const limitMs = figures.find(({ name }) => name === 'p95')?.judgement.limitMs ?? null;
  const newest = series.at(-1)?.load ?? null;
  const across =
    limitMs === null
      ? undefined
      : lineAcross(
          {
            value: limitMs,
            name: `usual up to ${formatMs(limitMs)}`,
            color: chartPalette.red.light,
            highest: Math.max(0, ...series.flatMap(({ load }) => [load?.p99 ?? 0, load?.p95 ?? 0])),
          },
          size,
        );
  return {
    id: `${id}-over-runs`,
    title: `Latency over ${plural(series.length, 'run')}: p95 of the newest ${formatMs(newest?.p95 ?? null)}${limitMs === null ? '' : `, earlier runs vary up to ${formatMs(limitMs)}`}`,
    option: {
      grid: axes.grid(size, 44),
      xAxis: runAxis(series, size),
      yAxis: axes.y('ms'),
      series: [
        percentile('p99', series, chartPalette.orange.light),
        { ...percentile('p95', series, chartPalette.blue.light), ...newestPoint(series) },
        percentile('p50', series, chartPalette.grey.light),
        ...levels.map((level) => levelLine(level)),
        ...(across?.series ?? []),
      ],
      graphic: across?.graphic ?? [],
    },
  };
}

/** Runs at equal distances: when they ran says nothing about how fast they were. */
function runAxis(series: readonly HistoryRun[], size: Size) {
  const labels = size.name === 'wide' ? 8 : 3;
  return axes.x({
    min: 0,
    max: series.length - 1,
    interval: Math.max(1, Math.ceil((series.length - 1) / labels)),
    axisLabel: {
      ...axes.text,
      hideOverlap: true,
      formatter: (index: number) => series[index]?.startedAt.slice(5, 10) ?? '',
    },
  });
}

const percentiles = ['p50', 'p95', 'p99'] as const;
type Percentile = (typeof percentiles)[number];

function pointsOf(series: readonly HistoryRun[], name: Percentile) {
  return series.map((run, index) => [index, run.load?.[name]] as const);
}

function percentile(name: Percentile, series: readonly HistoryRun[], color: string): LineSeriesOption {
  return line(name, pointsOf(series, name), { color, width: name === 'p95' ? 1.8 : 1.2, labelDistance: 6 });
}

/** The run whose page this is. */
function newestPoint(series: readonly HistoryRun[]): Pick<LineSeriesOption, 'markPoint'> {
  const p95 = series.at(-1)?.load?.p95 ?? 0;
  return {
    markPoint: {
      silent: true,
      symbol: 'circle',
      symbolSize: 8,
      itemStyle: { color: chartPalette.blue.light },
      label: { show: false },
      data: [{ name: 'this run', coord: [series.length - 1, p95] }],
    },
  };
}

/** The median of p95 between two changes. */
function levelLine({ from, to, medianMs }: Level): LineSeriesOption {
  return {
    type: 'line',
    silent: true,
    showSymbol: false,
    data: [
      [from, medianMs],
      [to, medianMs],
    ],
    lineStyle: { color: chartPalette.green.light, width: 1.4, type: [6, 3] },
  };
}
