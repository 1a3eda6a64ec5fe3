import type { VNode } from 'preact';

import type { LoadResult } from '../../schemas/generated/types';
import { Numeric, RowHead } from '../page/table';
import { formatClock, formatCount, formatMsNumber, plural } from '../text/numbers';
import { Figure } from './figure';
import { HeatLegend } from './heat-legend';
import { Heatmap } from './heatmap';
import { latencyGrid } from './latency-grid';

const stretchLimit = 60;
const bandLimit = 16;

/** How the distribution of latencies moves: what a percentile's line hides. Nothing without histograms by second. */
export function LatencyHeatmap({ load }: { readonly load: LoadResult }): VNode | null {
  const grid = latencyGrid(load, stretchLimit, bandLimit);
  if (grid === null) return null;
  const { stretchSeconds, bands } = grid;
  const highest = Math.max(...bands.flatMap(({ counts }) => counts));
  const rows = bands.map(({ upper, counts }) => ({
    label: `≤ ${formatMsNumber(upper)} ms`,
    // The root keeps single slow requests in sight beside thousands of quick ones.
    cells: counts.map((count) => (count === 0 ? null : Math.sqrt(count / highest))),
  }));
  return (
    <Figure
      title="Latency distribution over time"
      note={`requests by time taken, ${stretchSeconds === 1 ? 'each second' : `every ${stretchSeconds} seconds`}`}
      legend={<HeatLegend low="1" high={plural(highest, 'request')} />}
      picture={(size) => (
        <Heatmap
          title="Latency distribution over time: how many requests took how long"
          rows={rows}
          stretchSeconds={stretchSeconds}
          rowHeight={13}
          size={size}
        />
      )}
      columns={[
        { title: 'Time' },
        ...bands.map(({ upper }) => ({ title: `≤ ${formatMsNumber(upper)} ms`, numeric: true })),
      ]}
    >
      {(bands[0]?.counts ?? []).map((_, index) => (
        <tr>
          <RowHead>{formatClock(index * stretchSeconds)}</RowHead>
          {bands.map(({ counts }) => (
            <Numeric>{formatCount(counts[index] ?? 0)}</Numeric>
          ))}
        </tr>
      ))}
    </Figure>
  );
}
