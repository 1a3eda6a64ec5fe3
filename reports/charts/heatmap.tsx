import type { VNode } from 'preact';

import { formatClock } from '../text/numbers';
import { chartPalette } from '../theme/palette';
import { roundStretch } from './round-stretch';
import type { Size } from './size';
import { strengths } from './strengths';

export interface HeatmapRow {
  readonly label: string;
  /** Strength of each cell, 0 to 1; null leaves it empty. */
  readonly cells: readonly (number | null)[];
}

interface HeatmapProps {
  readonly title: string;
  readonly rows: readonly HeatmapRow[];
  readonly stretchSeconds: number;
  readonly rowHeight: number;
  readonly size: Size;
}

/** Time goes to the right, one row for each name. */
export function Heatmap({ title, rows, stretchSeconds, rowHeight, size }: HeatmapProps): VNode {
  const left = size.name === 'wide' ? 84 : 76;
  const columns = rows[0]?.cells.length ?? 1;
  const cell = (size.width - left - 8) / columns;
  const height = rows.length * rowHeight + 24;
  // Labels need some room: where rows are low, every other one goes without.
  const labelEvery = Math.ceil(15 / rowHeight);
  return (
    <svg
      width={size.width}
      height={height}
      viewBox={`0 0 ${size.width} ${height}`}
      role="img"
      aria-label={title}
      font-family="system-ui, sans-serif"
      font-size="12px"
      fill={chartPalette.text.light}
    >
      {rows.map(({ label }, row) =>
        row % labelEvery === 0 ? (
          <text x={left - 8} y={row * rowHeight + rowHeight / 2 + 4} text-anchor="end">
            {label}
          </text>
        ) : null,
      )}
      {strengths.map((strength, level) => (
        <path
          d={cellsOf(rows, level, { left, cell, rowHeight })}
          fill={chartPalette.blue.light}
          fill-opacity={strength}
        />
      ))}
      <TimeLabels columns={columns} cell={cell} left={left} stretchSeconds={stretchSeconds} y={height - 6} />
    </svg>
  );
}

interface Grid {
  readonly left: number;
  readonly cell: number;
  readonly rowHeight: number;
}

function cellsOf(rows: readonly HeatmapRow[], level: number, { left, cell, rowHeight }: Grid): string {
  const width = Math.max(0.5, cell - 1).toFixed(1);
  const parts = rows.flatMap(({ cells }, row) =>
    cells.map((value, column) => {
      if (value === null || Math.round(value * (strengths.length - 1)) !== level) return '';
      return `M${(left + column * cell).toFixed(1)} ${row * rowHeight}h${width}v${rowHeight - 1}h-${width}z`;
    }),
  );
  return parts.join('');
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
