import type { VNode } from 'preact';

import { Cell, Numeric, Table } from '../page/table';
import { Code, Text } from '../page/text';
import { capitalised } from '../text/capitalised';
import { formatCount } from '../text/numbers';

/** A violation of either half of the report. */
export interface IndexedViolation {
  /** An id on the page. */
  readonly anchor: string;
  /** Its place in the result file, from 1. */
  readonly number: number;
  readonly message: string;
  /** The obligation or check that it broke. */
  readonly broken: string;
  readonly count: number;
  readonly waived: boolean;
}

interface ViolationIndexProps {
  readonly caption: string;
  /** What is broken: an obligation, a check. */
  readonly title: string;
  /** In the order in which the page shows them. */
  readonly violations: readonly IndexedViolation[];
}

/** All violations in a line each: what is broken, before how. */
export function ViolationIndex({ caption, title, violations }: ViolationIndexProps): VNode {
  return (
    <Table
      caption={caption}
      class="violation-index"
      stacks
      columns={[
        { title: 'No.', numeric: true },
        { title: 'What was seen' },
        { title },
        { title: 'Times', numeric: true },
      ]}
    >
      <tbody>
        {violations.map(({ anchor, number, message, broken, count, waived }) => (
          <tr>
            <Numeric title="No.">{number}</Numeric>
            <td>
              <a href={`#${anchor}`}>
                <Text length={160}>{capitalised(message)}</Text>
              </a>
              {waived && ' (waived)'}
            </td>
            <Cell>
              <Code length={120}>{broken}</Code>
            </Cell>
            <Numeric title="Times">{formatCount(count)}</Numeric>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
