import type { VNode } from 'preact';

import type { HistoryRun } from '../../schemas/generated/types';
import { StateMark } from '../page/state-mark';
import { Cell, Numeric, Table } from '../page/table';
import { Text } from '../page/text';
import { formatChange, formatCount, formatMs, formatTime, plural } from '../text/numbers';
import { isValidLoad } from './changes';

interface RunsTableProps {
  readonly caption: string;
  /** Oldest first; the table shows the newest first. */
  readonly runs: readonly HistoryRun[];
  /** The run whose page this is. */
  readonly current?: HistoryRun | undefined;
  /** So many, the newest, are in sight; the others are folded. */
  readonly unfolded: number;
  /** The address of a run's page, where there is one. */
  readonly linkTo?: ((run: HistoryRun) => string | undefined) | undefined;
}

/** Runs, newest first: verdict, what is broken, p95 beside the run before. */
export function RunsTable({ caption, runs, current, unfolded, linkTo }: RunsTableProps): VNode {
  const rows = runs.map((run, index) => ({ run, before: comparable(run, runs.slice(0, index)) })).reverse();
  const older = rows.slice(unfolded);
  return (
    <>
      <Rows caption={caption} rows={rows.slice(0, unfolded)} current={current} linkTo={linkTo} />
      {older.length > 0 && (
        <details class="older">
          <summary>{plural(older.length, 'earlier run')}</summary>
          <Rows caption={`${caption}, earlier`} rows={older} current={current} linkTo={linkTo} />
        </details>
      )}
    </>
  );
}

interface RowsProps extends Pick<RunsTableProps, 'caption' | 'current' | 'linkTo'> {
  readonly rows: readonly { readonly run: HistoryRun; readonly before: number | null }[];
}

function Rows({ caption, rows, current, linkTo }: RowsProps): VNode {
  return (
    <Table
      caption={caption}
      class="runs"
      stacks
      columns={[
        { title: 'Run' },
        { title: 'Verdict' },
        { title: 'Broken', numeric: true },
        { title: 'Verified', numeric: true },
        { title: 'Profile' },
        { title: 'p95', numeric: true },
        { title: 'Change', numeric: true },
      ]}
    >
      <tbody>
        {rows.map(({ run, before }) => (
          <tr aria-current={run === current ? 'true' : undefined}>
            <th scope="row" align="left">
              <RunName run={run} isCurrent={run === current} address={linkTo?.(run)} />
            </th>
            <td>
              <StateMark state={run.state} />
              {/* That all held needs no second line. */}
              {run.state !== 'passed' && (
                <>
                  <br />
                  <span class="aside">
                    <Text length={200}>{run.headline}</Text>
                  </span>
                </>
              )}
            </td>
            <Numeric title="Broken">
              {run.contract === null ? '–' : formatCount(run.contract.violated.length)}
            </Numeric>
            <Numeric title="Verified">
              {run.contract === null ? '–' : formatCount(run.contract.verified)}
            </Numeric>
            <Cell title="Profile">
              {run.load === null ? '–' : <Text length={40}>{run.load.profile}</Text>}
            </Cell>
            <Numeric title="p95">{formatMs(run.load?.p95 ?? null)}</Numeric>
            <Numeric title="Change">{before === null ? '–' : formatChange(before)}</Numeric>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

interface RunNameProps {
  readonly run: HistoryRun;
  readonly isCurrent: boolean;
  readonly address: string | undefined;
}

function RunName({ run, isCurrent, address }: RunNameProps): VNode {
  const time = <time dateTime={run.startedAt}>{formatTime(run.startedAt)}</time>;
  return (
    <>
      {address === undefined ? time : <a href={address}>{time}</a>}
      {isCurrent && ' · this run'}
      {run.load?.newBaseline === true && ' · new baseline'}
    </>
  );
}

/** How p95 changed since the run before of the same series, as a share; null: one of both is missing. */
function comparable(run: HistoryRun, earlier: readonly HistoryRun[]): number | null {
  const before = earlier.findLast((one) => isValidLoad(one) && one.load?.series === run.load?.series);
  const [now, then] = [run.load?.p95 ?? null, before?.load?.p95 ?? null];
  return !isValidLoad(run) || now === null || then === null ? null : now / then - 1;
}
