import type { VNode } from 'preact';

import type { ContractResult, ObligationResult } from '../../schemas/generated/types';
import { ledgerAnchor, obligationAnchor, violationAnchor } from '../page/anchors';
import { Numeric, Table } from '../page/table';
import { Code, Text } from '../page/text';
import { formatCount, plural } from '../text/numbers';
import { groupNames, groups, type Group } from './matrix';
import { ObligationMark, obligationStates, obligationWords } from './obligation-states';

/** Every obligation, by the status it belongs to. Groups in which all is well start folded. */
export function Obligations({ contract }: { readonly contract: ContractResult }): VNode {
  return (
    <section id="obligations">
      <h3>Obligations</h3>
      <ObligationFilter />
      {groups.map((group) => (
        <ObligationGroup group={group} contract={contract} />
      ))}
    </section>
  );
}

/** Works by script only, and is hidden without: everything it finds is on the page anyway. */
function ObligationFilter(): VNode {
  return (
    <p class="filter" hidden data-filter>
      <label>
        Find <input type="search" placeholder="id, title or reason" data-filter-text />
      </label>{' '}
      <label>
        State{' '}
        <select data-filter-state>
          <option value="">all</option>
          {obligationStates.map((state) => (
            <option value={state}>{obligationWords[state].toLowerCase()}</option>
          ))}
        </select>
      </label>{' '}
      <output data-filter-count />
    </p>
  );
}

function ObligationGroup({
  group,
  contract,
}: {
  readonly group: Group;
  readonly contract: ContractResult;
}): VNode | null {
  const obligations = contract.obligations.filter((obligation) => obligation.group === group);
  if (obligations.length === 0) return null;
  const allVerified = obligations.every(({ state }) => state === 'verified');
  return (
    <details class="group" id={`obligations-${group}`} open={!allVerified}>
      <summary>
        <strong role="heading" aria-level={4}>
          {groupNames[group]}
        </strong>{' '}
        <span class="aside">{summary(obligations)}</span>
      </summary>
      <Table
        caption={`Obligations: ${groupNames[group]}`}
        class="obligations"
        stacks
        columns={[
          { title: 'State' },
          { title: 'Obligation' },
          { title: 'Documented at' },
          { title: 'Observations', numeric: true },
        ]}
      >
        <tbody>
          {urgentFirst(obligations).map((obligation) => (
            <ObligationRow obligation={obligation} contract={contract} />
          ))}
        </tbody>
      </Table>
    </details>
  );
}

const urgency: readonly ObligationResult['state'][] = [
  'violated',
  'waived',
  'unobserved',
  'not-tried',
  'verified',
];

/** What is broken first, then what is not known. */
function urgentFirst(obligations: readonly ObligationResult[]): ObligationResult[] {
  return [...obligations].sort((one, other) => urgency.indexOf(one.state) - urgency.indexOf(other.state));
}

/** "6 obligations: 4 verified, 2 violated". */
function summary(obligations: readonly ObligationResult[]): string {
  const counts = obligationStates
    .map((state) => ({ state, count: obligations.filter((obligation) => obligation.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${obligationWords[state].toLowerCase()}`);
  return `${plural(obligations.length, 'obligation')}: ${counts.join(', ')}`;
}

/** The source ends with the ledger entries that are links here. */
function withoutLedger(source: string): string {
  return source.replace(/ \(ledger [\d, ]+\)$/, '');
}

interface ObligationRowProps {
  readonly obligation: ObligationResult;
  readonly contract: ContractResult;
}

function ObligationRow({ obligation, contract }: ObligationRowProps): VNode {
  const { id, title, state, reason, source, policy, observations } = obligation;
  const violations = contract.violations.flatMap((violation, index) =>
    violation.obligation === id ? [index] : [],
  );
  return (
    <tr id={obligationAnchor(id)} data-state={state}>
      <td>
        <ObligationMark state={state} />
      </td>
      <td>
        <Text length={200}>{title}</Text>
        <br />
        <Code length={120}>{id}</Code>
        {reason !== undefined && (
          <p class="reason">
            <Text>{reason}</Text>
          </p>
        )}
        {violations.length > 0 && (
          <p class="reason">
            {violations.slice(0, 10).map((index) => (
              <a href={`#${violationAnchor(index)}`}>violation {index + 1} </a>
            ))}
          </p>
        )}
      </td>
      <td>
        <Text length={160}>{withoutLedger(source)}</Text>
        <LedgerLinks numbers={policy} />
      </td>
      <Numeric title="Observations">{formatCount(observations)}</Numeric>
    </tr>
  );
}

function LedgerLinks({ numbers }: { readonly numbers: readonly number[] }): VNode | null {
  if (numbers.length === 0) return null;
  return (
    <span class="aside">
      <br />
      ledger{' '}
      {numbers.map((number, index) => (
        <>
          {index > 0 && ', '}
          <a href={`#${ledgerAnchor(number)}`}>{number}</a>
        </>
      ))}
    </span>
  );
}
