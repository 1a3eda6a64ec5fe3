import type { VNode } from 'preact';

import type { Breakpoint, BreakpointStep } from '../../schemas/generated/types';
import { Numeric, RowHead, Table } from '../page/table';
import { Text } from '../page/text';
import { formatCount, formatMs, formatRate, formatShare } from '../text/numbers';

const words: Readonly<Record<BreakpointStep['state'], string>> = {
  kept: 'kept',
  crossed: 'crossed',
  generator: 'the generator was the limit',
  unknown: 'not measured to its end',
};

/** Each rate that was tried, and whether it kept the thresholds. */
export function BreakpointSteps({ breakpoint }: { readonly breakpoint: Breakpoint }): VNode {
  const { highestRateKept, steps } = breakpoint;
  return (
    <section id="breakpoint">
      <h3>Breakpoint</h3>
      <p class="lead">
        {highestRateKept === null
          ? 'Not even the first step kept the thresholds.'
          : `${formatRate(highestRateKept)} is the highest rate that kept the thresholds.`}
      </p>
      <Table
        caption="Steps"
        columns={[
          { title: 'Asked' },
          { title: 'Requests', numeric: true },
          { title: 'p95', numeric: true },
          { title: 'p99', numeric: true },
          { title: 'Failed', numeric: true },
          { title: 'Thresholds' },
        ]}
      >
        <tbody>
          {steps.map((step) => (
            <tr>
              <RowHead>{formatRate(step.rate)}</RowHead>
              <Numeric>{formatCount(step.requests)}</Numeric>
              <Numeric>{formatMs(step.p95)}</Numeric>
              <Numeric>{formatMs(step.p99)}</Numeric>
              <Numeric>{step.errors === null ? '–' : formatShare(step.errors)}</Numeric>
              <td>
                <Text length={200}>{[words[step.state], ...step.crossed].join(', ')}</Text>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
