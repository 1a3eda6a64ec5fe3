import type { VNode } from 'preact';

import type { LoadResult } from '../../schemas/generated/types';
import { Numeric, RowHead } from '../page/table';
import { cutLine } from '../text/cut';
import { formatClock, formatMs, formatMsNumber } from '../text/numbers';
import { visible } from '../text/visible';
import { brandPoints, type BrandPoints } from './brand-points';
import { Figure } from './figure';
import { HeatLegend } from './heat-legend';
import { Heatmap } from './heatmap';

const pointLimit = 60;
const shownBrands = 20;

/** Which brand was slow when. One brand alone is the chart of all requests; too few samples are no picture. */
export function BrandHeatmap({ load }: { readonly load: LoadResult }): VNode | null {
  const { stretchSeconds, merged, brands } = brandPoints(load, pointLimit);
  const shown = brands.slice(0, shownBrands);
  const range = knownRange(shown);
  if (brands.length < 2 || range === null) return null;
  const { lowest, highest } = range;
  const title = `p95 by brand over time, from ${formatMs(lowest)} to ${formatMs(highest)}`;
  const rows = shown.map(({ name, p95 }) => ({
    label: label(name),
    cells: p95.map((value) => (value === null ? null : (value - lowest) / Math.max(1, highest - lowest))),
  }));
  return (
    <Figure
      title="p95 by brand over time"
      note={noteOf(stretchSeconds, merged)}
      legend={<HeatLegend low={formatMs(lowest)} high={formatMs(highest)} />}
      picture={(size) => (
        <Heatmap title={title} rows={rows} stretchSeconds={stretchSeconds} rowHeight={22} size={size} />
      )}
      columns={[
        { title: 'Time' },
        ...shown.map(({ name }) => ({ title: `${label(name)}, ms`, numeric: true })),
      ]}
    >
      {(shown[0]?.p95 ?? []).map((_, index) => (
        <tr>
          <RowHead>{formatClock(index * stretchSeconds)}</RowHead>
          {shown.map(({ p95 }) => (
            <Numeric>{formatMsNumber(p95[index] ?? null)}</Numeric>
          ))}
        </tr>
      ))}
    </Figure>
  );
}

function noteOf(stretchSeconds: number, merged: boolean): string {
  if (stretchSeconds === 1) return 'each second';
  return merged ? `every ${stretchSeconds} seconds` : `the worst second of each ${stretchSeconds}`;
}

function label(name: string): string {
  return `brand ${visible(cutLine(name, 8))}`;
}

/** Null where most cells would be empty. */
function knownRange(brands: BrandPoints['brands']): { lowest: number; highest: number } | null {
  const cells = brands.flatMap(({ p95 }) => p95);
  const known = cells.filter((value) => value !== null);
  if (known.length === 0 || known.length < cells.length / 2) return null;
  return { lowest: Math.min(...known), highest: Math.max(...known) };
}
