import type { VNode } from 'preact';

import type {
  AppliedWaiver,
  Choice,
  ContractResult,
  LedgerEntry,
  Notice,
} from '../../schemas/generated/types';
import { ledgerAnchor } from '../page/anchors';
import { Cell, Numeric, Table } from '../page/table';
import { Code, Text } from '../page/text';
import { formatCount, plural } from '../text/numbers';
import { ObligationLink } from './obligation-link';

const outcomes: Readonly<Record<AppliedWaiver['outcome'], string>> = {
  matched: 'Covers a violation',
  expired: 'Expired: fix the deviation, or extend the date',
  gone: 'No longer needed, the obligation was verified: delete the waiver',
  unobserved: 'Could not be tried',
};

export function Waivers({ contract }: { readonly contract: ContractResult }): VNode | null {
  const { waivers } = contract;
  if (waivers.length === 0) return null;
  return (
    <section id="waivers">
      <h3>Waivers</h3>
      <Table
        caption="Known violations that the team accepts until a date"
        stacks
        columns={[
          { title: 'Obligation' },
          { title: 'Reason' },
          { title: 'Expires' },
          { title: 'In this run' },
        ]}
      >
        <tbody>
          {waivers.map(({ obligation, pointer, reason, expires, outcome }) => (
            <tr>
              <td>
                <ObligationLink id={obligation} contract={contract} />
                {pointer !== undefined && (
                  <>
                    <br />
                    at <Code length={120}>{pointer}</Code>
                  </>
                )}
              </td>
              <td>
                <Text>{reason}</Text>
              </td>
              <td class="date" data-title="Expires">
                <Text length={20}>{expires}</Text>
              </td>
              <Cell title="In this run">
                <span class={outcome === 'expired' || outcome === 'gone' ? 'state failed' : undefined}>
                  {outcomes[outcome]}
                </span>
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

export function Notices({ notices }: { readonly notices: readonly Notice[] }): VNode | null {
  if (notices.length === 0) return null;
  return (
    <section id="notices">
      <h3>Notices</h3>
      <Table
        caption="Worth knowing; no promise is broken"
        stacks
        columns={[{ title: 'Notice' }, { title: 'What was seen' }, { title: 'Times', numeric: true }]}
      >
        <tbody>
          {notices.map(({ code, message, pointer, count }) => (
            <tr>
              <td>
                <Code length={80}>{code}</Code>
              </td>
              <td>
                <Text>{message}</Text>
                {pointer !== undefined && (
                  <>
                    {' '}
                    at <Code length={120}>{pointer}</Code>
                  </>
                )}
              </td>
              <Numeric title="Times">{formatCount(count)}</Numeric>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

/** A long list starts folded: it is for comparing runs, not for reading. */
const unfoldedChoices = 8;

export function Choices({ choices }: { readonly choices: readonly Choice[] }): VNode | null {
  if (choices.length === 0) return null;
  return (
    <section id="choices">
      <h3>Recorded choices</h3>
      <details open={choices.length <= unfoldedChoices}>
        <summary>{plural(choices.length, 'choice')} where several answers are allowed</summary>
        <Table
          caption="Where several answers are allowed: the one that was observed"
          stacks
          columns={[{ title: 'Question' }, { title: 'Observed' }, { title: 'Allowed' }]}
        >
          <tbody>
            {choices.map(({ id, title, observed, allowed }) => (
              <tr>
                <td>
                  {title !== id && (
                    <>
                      <Text length={200}>{title}</Text> ·{' '}
                    </>
                  )}
                  <Code length={80}>{id}</Code>
                </td>
                <Cell title="Observed">
                  <Text length={120}>{observed}</Text>
                </Cell>
                <Cell title="Allowed">
                  <Text length={200}>{allowed}</Text>
                </Cell>
              </tr>
            ))}
          </tbody>
        </Table>
      </details>
    </section>
  );
}

export function Ledger({ entries }: { readonly entries: readonly LedgerEntry[] }): VNode | null {
  if (entries.length === 0) return null;
  return (
    <section id="ledger">
      <h2>Ledger</h2>
      <p class="lead">How the documentation is read where it is silent or contradicts itself.</p>
      <Table
        caption="Readings of the documentation"
        stacks
        class="ledger"
        columns={[
          { title: 'No.', numeric: true },
          { title: 'The documentation says' },
          { title: 'The suite reads' },
        ]}
      >
        <tbody>
          {entries.map(({ number, documentation, reading }) => (
            <tr id={ledgerAnchor(number)}>
              <th scope="row" class="number" align="right">
                {number}
              </th>
              <Cell title="Documentation">
                <Text length={1000}>{documentation}</Text>
              </Cell>
              <Cell title="Reading">
                <Text length={1000}>{reading}</Text>
              </Cell>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
