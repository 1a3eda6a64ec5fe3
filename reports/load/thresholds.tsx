import type { VNode } from 'preact';

import type { ThresholdResult } from '../../schemas/generated/types';
import { StateMark } from '../page/state-mark';
import { Numeric, RowHead, Table } from '../page/table';
import { Text } from '../page/text';
import { chartPalette } from '../theme/palette';
import { formatFigure } from '../verdict/threshold';

/** Limits, what was observed, and how near both are. */
export function Thresholds({ thresholds }: { readonly thresholds: readonly ThresholdResult[] }): VNode {
  if (thresholds.length === 0) return <p class="lead">The profile sets no thresholds.</p>;
  return (
    <Table
      caption="Thresholds"
      stacks
      columns={[
        { title: 'Threshold' },
        { title: 'Observed', numeric: true },
        { title: 'Limit', numeric: true },
        { title: 'Observed beside limit' },
        { title: 'Result' },
      ]}
    >
      <tbody>
        {[...thresholds.filter(({ ok }) => !ok), ...thresholds.filter(({ ok }) => ok)].map((threshold) => (
          <tr>
            <RowHead>
              <Text length={120}>{threshold.name}</Text>
            </RowHead>
            <Numeric title="Observed">{formatFigure(threshold.observed, threshold.unit)}</Numeric>
            <Numeric title="Limit">{formatFigure(threshold.limit, threshold.unit)}</Numeric>
            <td>
              <LimitBar threshold={threshold} />
            </td>
            <td>
              <Result threshold={threshold} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Result({ threshold: { ok, observed } }: { readonly threshold: ThresholdResult }): VNode {
  if (observed === null) return <StateMark state="no-data" word="Too few samples" />;
  return ok ? <StateMark state="passed" word="Held" /> : <StateMark state="failed" word="Crossed" />;
}

const barWidth = 170;
/** The limit stands at two thirds, so that what is over it shows. */
const limitX = 113;

function LimitBar({
  threshold: { observed, limit, ok },
}: {
  readonly threshold: ThresholdResult;
}): VNode | null {
  if (observed === null) return null;
  const share = limit === 0 ? (observed === 0 ? 0 : 2) : observed / limit;
  const width = Math.max(1, Math.min(barWidth, share * limitX));
  const color = ok ? chartPalette.blue.light : chartPalette.red.light;
  return (
    <svg width={barWidth} height="12" viewBox={`0 0 ${barWidth} 12`} aria-hidden="true">
      <rect y="3" width={barWidth} height="6" rx="1.5" fill={chartPalette.grid.light} />
      <rect y="3" width={width.toFixed(1)} height="6" rx="1.5" fill={color} />
      <rect x={limitX} width="2" height="12" fill={chartPalette.text.light} />
    </svg>
  );
}
