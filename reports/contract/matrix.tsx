import type { VNode } from 'preact';

import type { ObligationResult } from '../../schemas/generated/types';
import { Numeric, RowHead, Table } from '../page/table';
import { formatCount } from '../text/numbers';
import { obligationStates, obligationTiles, obligationTones, obligationWords } from './obligation-states';

export type Group = ObligationResult['group'];

export const groups: readonly Group[] = ['200', '401', '403', '404', '422', 'any'];

export const groupNames: Readonly<Record<Group, string>> = {
  '200': '200 OK',
  '401': '401 Unauthorized',
  '403': '403 Forbidden',
  '404': '404 Not Found',
  '422': '422 Unprocessable Content',
  any: 'Any answer',
};

/** Documented statuses by state of their obligations: counts, and one tile per obligation. */
export function Matrix({ obligations }: { readonly obligations: readonly ObligationResult[] }): VNode {
  const columns = [
    { title: 'Status' },
    { title: 'Obligations' },
    ...obligationStates.map((state) => ({ title: obligationWords[state], numeric: true })),
    { title: 'Observations', numeric: true },
  ];
  const byGroup = groups.map((group) => ({
    group,
    own: obligations.filter((obligation) => obligation.group === group),
  }));
  const perRow = Math.min(mostPerRow, Math.max(...byGroup.map(({ own }) => own.length)));
  return (
    <Table
      caption="Documented statuses and the state of their obligations"
      columns={columns}
      class="matrix"
      stacks
    >
      <tbody>
        {byGroup.map(({ group, own }) => (
          <MatrixRow group={group} obligations={own} tilesPerRow={perRow} />
        ))}
      </tbody>
    </Table>
  );
}

interface MatrixRowProps {
  readonly group: Group;
  readonly obligations: readonly ObligationResult[];
  readonly tilesPerRow: number;
}

function MatrixRow({ group, obligations, tilesPerRow }: MatrixRowProps): VNode {
  const observations = obligations.reduce((sum, obligation) => sum + obligation.observations, 0);
  return (
    <tr>
      <RowHead>
        <a href={`#obligations-${group}`}>{groupNames[group]}</a>
      </RowHead>
      <td>
        <Tiles obligations={obligations} tilesPerRow={tilesPerRow} />
      </td>
      {obligationStates.map((state) => {
        const count = obligations.filter((obligation) => obligation.state === state).length;
        return (
          <td
            class={`number ${count === 0 ? 'zero' : `count ${obligationTones[state]}`}`}
            align="right"
            data-title={obligationWords[state]}
          >
            {formatCount(count)}
          </td>
        );
      })}
      <Numeric title="Observations">{formatCount(observations)}</Numeric>
    </tr>
  );
}

const mostPerRow = 18;
const tilePitch = 17;

/**
 * A picture of the counts beside it, hence without words of its own. As wide as those of the other statuses, so that
 * its tiles stay as large as theirs where a style sheet scales it.
 */
function Tiles({ obligations, tilesPerRow }: Omit<MatrixRowProps, 'group'>): VNode {
  const sorted = obligationStates.flatMap((state) =>
    obligations.filter((obligation) => obligation.state === state),
  );
  const width = tilesPerRow * tilePitch;
  const height = Math.ceil(sorted.length / tilesPerRow) * tilePitch;
  return (
    <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} class="tiles" aria-hidden="true">
      {sorted.map(({ state }, index) => {
        const x = (index % tilesPerRow) * tilePitch;
        const y = Math.floor(index / tilesPerRow) * tilePitch + 1.5;
        return (
          <g transform={`translate(${x} ${y})`} class={`state ${obligationTones[state]}`}>
            {obligationTiles[state]}
          </g>
        );
      })}
    </svg>
  );
}
