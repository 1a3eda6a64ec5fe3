import type { VNode } from 'preact';

import type { Violation } from '../../schemas/generated/types';
import { violationAnchor } from '../page/anchors';
import { Cell, Numeric, Table } from '../page/table';
import { Code, Text } from '../page/text';
import { capitalised } from '../text/capitalised';
import { formatCount } from '../text/numbers';

interface ViolationIndexProps {
  /** With their places in contract.json, in the order in which the page shows them. */
  readonly violations: readonly { readonly violation: Violation; readonly index: number }[];
}

/** All violations in a line each: what is broken, before how. */
export function ViolationIndex({ violations }: ViolationIndexProps): VNode {
  return (
    <Table
      caption="All violations"
      class="violation-index"
      stacks
      columns={[
        { title: 'No.', numeric: true },
        { title: 'What was seen' },
        { title: 'Obligation' },
        { title: 'Times', numeric: true },
      ]}
    >
      <tbody>
        {violations.map(({ violation: { message, obligation, count, waived }, index }) => (
          <tr>
            <Numeric title="No.">{index + 1}</Numeric>
            <td>
              <a href={`#${violationAnchor(index)}`}>
                <Text length={160}>{capitalised(message)}</Text>
              </a>
              {waived && ' (waived)'}
            </td>
            <Cell>
              <Code length={120}>{obligation}</Code>
            </Cell>
            <Numeric title="Times">{formatCount(count)}</Numeric>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
