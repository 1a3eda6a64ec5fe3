import type { VNode } from 'preact';

import type { Latency, LatencyByName, LoadResult } from '../../schemas/generated/types';
import { Numeric, RowHead, Table } from '../page/table';
import { Text } from '../page/text';
import { formatCount, formatMsNumber, plural } from '../text/numbers';
import { chartPalette } from '../theme/palette';

const figures = ['p50', 'p75', 'p90', 'p95', 'p99', 'p99_9', 'max', 'mean'] as const;
const shownNames = 100;

/** Percentiles overall, by brand and by status. */
export function LatencyTable({ load }: { readonly load: LoadResult }): VNode {
  return (
    <Latencies
      caption="Latency in ms"
      load={load}
      groups={[
        ['', { 'All requests': load.latency }],
        ['By brand', load.brands],
        ['By status', load.statuses],
      ]}
    />
  );
}

/** Percentiles by bucket of chatrooms, folded: there may be many. */
export function BucketTable({ load }: { readonly load: LoadResult }): VNode | null {
  const count = Object.keys(load.buckets).length;
  if (count === 0) return null;
  return (
    <details class="buckets">
      <summary>
        By bucket of chatrooms <span class="aside">{plural(count, 'bucket')}</span>
      </summary>
      <Latencies caption="Latency in ms by bucket of chatrooms" load={load} groups={[['', load.buckets]]} />
    </details>
  );
}

interface LatenciesProps {
  readonly caption: string;
  readonly load: LoadResult;
  readonly groups: readonly (readonly [title: string, latencies: LatencyByName])[];
}

function Latencies({ caption, load, groups }: LatenciesProps): VNode {
  const scaleMs = longestP99(load);
  return (
    <Table
      caption={caption}
      class="latency"
      columns={[
        { title: 'Requests of' },
        { title: 'Count', numeric: true },
        ...figures.map((name) => ({ title: name.replace('_', '.'), numeric: true })),
        { title: 'p50 – p95 – p99' },
      ]}
    >
      {groups
        .filter(([, latencies]) => Object.keys(latencies).length > 0)
        .map(([title, latencies]) => (
          <LatencyGroup title={title} latencies={latencies} scaleMs={scaleMs} />
        ))}
    </Table>
  );
}

interface LatencyGroupProps {
  readonly title: string;
  readonly latencies: LatencyByName;
  readonly scaleMs: number;
}

function LatencyGroup({ title, latencies, scaleMs }: LatencyGroupProps): VNode {
  const rows = sorted(latencies);
  const width = figures.length + 3;
  return (
    <tbody>
      {title !== '' && (
        <tr class="subhead">
          <th scope="rowgroup" colSpan={width} align="left">
            {title}
          </th>
        </tr>
      )}
      {rows.slice(0, shownNames).map(([name, latency]) => (
        <LatencyRow name={name === '0' ? 'no answer' : name} latency={latency} scaleMs={scaleMs} />
      ))}
      {rows.length > shownNames && (
        <tr>
          <td colSpan={width}>and {formatCount(rows.length - shownNames)} more, in load.json</td>
        </tr>
      )}
    </tbody>
  );
}

function sorted(latencies: LatencyByName): [name: string, latency: Latency][] {
  return Object.entries(latencies).sort(([one], [other]) =>
    one.localeCompare(other, 'en', { numeric: true }),
  );
}

function longestP99(load: LoadResult): number {
  const all = [
    load.latency,
    ...[load.brands, load.buckets, load.statuses].flatMap((group) => Object.values(group)),
  ];
  return Math.max(1, ...all.map(({ p99, p95, p50 }) => p99 ?? p95 ?? p50 ?? 0));
}

interface LatencyRowProps {
  readonly name: string;
  readonly latency: Latency;
  readonly scaleMs: number;
}

function LatencyRow({ name, latency, scaleMs }: LatencyRowProps): VNode {
  return (
    <tr>
      <RowHead>
        <Text length={60}>{name}</Text>
      </RowHead>
      <Numeric>{formatCount(latency.requests)}</Numeric>
      {figures.map((figure) => (
        <Numeric>{latency[figure] === null ? <Unknown /> : formatMsNumber(latency[figure])}</Numeric>
      ))}
      <td>
        <RangeBar latency={latency} scaleMs={scaleMs} />
      </td>
    </tr>
  );
}

function Unknown(): VNode {
  return (
    <span class="aside" role="img" aria-label="too few samples" title="too few samples">
      –
    </span>
  );
}

const barWidth = 150;

/** A thin line to p99, a bar from p50 to p95: the shape of the distribution, in the height of a line. */
function RangeBar({ latency: { p50, p95, p99 }, scaleMs }: Omit<LatencyRowProps, 'name'>): VNode | null {
  if (p50 === null) return null;
  const x = (ms: number): number => Number(((ms / scaleMs) * (barWidth - 4)).toFixed(1));
  return (
    <svg width={barWidth} height="12" viewBox={`0 0 ${barWidth} 12`} aria-hidden="true">
      <path d={`M0 6H${barWidth}`} stroke={chartPalette.grid.light} stroke-width="1" />
      {p99 !== null && (
        <path d={`M${x(p50)} 6H${x(p99)}`} stroke={chartPalette.orange.light} stroke-width="1.5" />
      )}
      {p95 !== null && (
        <rect
          x={x(p50)}
          y="2.5"
          width={Math.max(1, x(p95) - x(p50))}
          height="7"
          rx="1.5"
          fill={chartPalette.blue.light}
          fill-opacity="0.55"
        />
      )}
      <rect x={x(p50)} y="1" width="2" height="10" fill={chartPalette.blue.light} />
    </svg>
  );
}
