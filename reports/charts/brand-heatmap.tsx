import type { VNode } from 'preact';

import type { LoadResult } from '../../schemas/generated/types';
import { Numeric, RowHead } from '../page/table';
import { cutLine } from '../text/cut';
import { formatClock, formatMs, formatMsNumber } from '../text/numbers';
import { visible } from '../text/visible';
import { chartPalette } from '../theme/palette';
import { brandPoints, type BrandPoints } from './brand-points';
import { Figure } from './figure';
import { roundStretch } from './round-stretch';
import type { Size } from './size';

const pointLimit = 60;
const shownBrands = 20;
const rowHeight = 22;

/** Which brand was slow when. One brand alone is the chart of all requests. */
export function BrandHeatmap({ load }: { readonly load: LoadResult }): VNode | null {
  const { stretchSeconds, brands } = brandPoints(load.series, pointLimit);
  if (brands.length < 2) return null;
  const points = { stretchSeconds, brands: brands.slice(0, shownBrands) };
  const { lowest, highest } = range(points);
  return (
    <Figure
      title="p95 by brand over time"
      note={`${stretchSeconds === 1 ? 'each second' : `the worst second of each ${stretchSeconds}`}; lightest ${formatMs(lowest)}, darkest ${formatMs(highest)}`}
      picture={(size) => <Heatmap points={points} size={size} />}
      columns={[
        { title: 'Time' },
        ...points.brands.map(({ name }) => ({ title: `${label(name)}, ms`, numeric: true })),
      ]}
    >
      {(points.brands[0]?.p95 ?? []).map((_, index) => (
        <tr>
          <RowHead>{formatClock(index * stretchSeconds)}</RowHead>
          {points.brands.map(({ p95 }) => (
            <Numeric>{formatMsNumber(p95[index] ?? null)}</Numeric>
          ))}
        </tr>
      ))}
    </Figure>
  );
}

function label(name: string): string {
  return visible(cutLine(name, 12));
}

function range({ brands }: BrandPoints): { lowest: number; highest: number } {
  const values = brands.flatMap(({ p95 }) => p95.filter((value) => value !== null));
  return values.length === 0
    ? { lowest: 0, highest: 0 }
    : { lowest: Math.min(...values), highest: Math.max(...values) };
}

function Heatmap({ points, size }: { readonly points: BrandPoints; readonly size: Size }): VNode {
  const { brands, stretchSeconds } = points;
  const { lowest, highest } = range(points);
  const left = size.name === 'wide' ? 84 : 60;
  const cell = (size.width - left - 8) / (brands[0]?.p95.length ?? 1);
  const height = brands.length * rowHeight + 24;
  const opacity = (value: number): string =>
    (0.08 + (0.92 * (value - lowest)) / Math.max(1, highest - lowest)).toFixed(2);
  return (
    <svg
      width={size.width}
      height={height}
      viewBox={`0 0 ${size.width} ${height}`}
      role="img"
      aria-label={`p95 by brand over time, from ${formatMs(lowest)} to ${formatMs(highest)}`}
      font-family="system-ui, sans-serif"
      font-size="12px"
      fill={chartPalette.text.light}
    >
      {brands.map(({ name, p95 }, row) => (
        <g transform={`translate(${left} ${row * rowHeight})`}>
          <text x="-8" y={rowHeight / 2 + 3} text-anchor="end">
            {label(name)}
          </text>
          {p95.map((value, column) =>
            value === null ? null : (
              <rect
                x={(column * cell).toFixed(1)}
                width={Math.max(0.5, cell - 1).toFixed(1)}
                height={rowHeight - 2}
                fill={chartPalette.blue.light}
                fill-opacity={opacity(value)}
              />
            ),
          )}
        </g>
      ))}
      <TimeLabels
        columns={brands[0]?.p95.length ?? 0}
        cell={cell}
        left={left}
        stretchSeconds={stretchSeconds}
        y={height - 6}
      />
    </svg>
  );
}

interface TimeLabelsProps {
  readonly columns: number;
  readonly cell: number;
  readonly left: number;
  readonly stretchSeconds: number;
  readonly y: number;
}

function TimeLabels({ columns, cell, left, stretchSeconds, y }: TimeLabelsProps): VNode {
  // At least 80 pixels apart, at round times.
  const every = Math.max(1, Math.ceil(roundStretch((80 / cell) * stretchSeconds) / stretchSeconds));
  const labelled = Array.from({ length: Math.ceil(columns / every) }, (_, index) => index * every);
  return (
    <>
      {labelled.map((column) => (
        <text x={(left + column * cell).toFixed(1)} y={y}>
          {formatClock(column * stretchSeconds)}
        </text>
      ))}
    </>
  );
}
