import type { VNode } from 'preact';

import type { ContractResult, Violation } from '../../schemas/generated/types';
import type { Detail } from '../page/detail';
import { ledgerAnchor, violationAnchor } from '../page/anchors';
import { Code, Text } from '../page/text';
import { capitalised } from '../text/capitalised';
import { plural } from '../text/numbers';
import { Comparison } from './comparison';
import { ObligationMark } from './obligation-states';
import { ObligationLink } from './obligation-link';
import { Curl, Exchange } from './exchange';
import { ViolationIndex } from './violation-index';

const openExchanges = 3;
/** So many are found without a list of them. */
const unlisted = 4;

interface ViolationsProps {
  readonly contract: ContractResult;
  readonly detail: Detail;
}

/** Each violation with what was received, what is documented, and how to see it again; the waived ones last. */
export function Violations({ contract, detail }: ViolationsProps): VNode | null {
  if (contract.violations.length === 0) return null;
  const numbered = contract.violations
    .map((violation, index) => ({ violation, index }))
    .slice(0, detail.violations);
  const sorted = [
    ...numbered.filter(({ violation }) => !violation.waived),
    ...numbered.filter(({ violation }) => violation.waived),
  ];
  const hidden = contract.violations.length - numbered.length;
  return (
    <section id="violations">
      <h3>Violations</h3>
      <p class="lead">
        <code>npm run contracts -- --replay RUN#1</code> sends violation 1 of a run folder again, and{' '}
        <code>--explain ID</code> says what an obligation means and where to look.
      </p>
      {sorted.length > unlisted && <ViolationIndex violations={sorted} />}
      {sorted.map(({ violation, index }, position) => (
        <ViolationCard
          violation={violation}
          index={index}
          contract={contract}
          detail={detail}
          open={position < openExchanges}
        />
      ))}
      {hidden > 0 && (
        <p>{plural(hidden, 'more violation')}: contract.json in the run folder holds all of them.</p>
      )}
    </section>
  );
}

interface ViolationCardProps extends ViolationsProps {
  readonly violation: Violation;
  readonly index: number;
  readonly open: boolean;
}

function ViolationCard({ violation, index, contract, detail, open }: ViolationCardProps): VNode {
  const { obligation, pointer, spec, waived } = violation;
  const promise = contract.obligations.find(({ id }) => id === obligation)?.title;
  return (
    <article id={violationAnchor(index)} class={`violation ${waived ? 'invalid' : 'failed'}`}>
      <h4>
        <a
          href={`#${violationAnchor(index)}`}
          class="number-link"
          aria-label={`Link to violation ${index + 1}`}
        >
          {index + 1}
        </a>{' '}
        <Text length={300}>{capitalised(violation.message)}</Text>
      </h4>
      <p class="aside">
        <ObligationMark state={waived ? 'waived' : 'violated'} /> ·{' '}
        {promise !== undefined && promise !== obligation && (
          <>
            <Text length={200}>{promise}</Text> ·{' '}
          </>
        )}
        <ObligationLink id={obligation} contract={contract} />
        {pointer !== undefined && (
          <>
            {' '}
            · at <Code length={200}>{pointer}</Code>
          </>
        )}{' '}
        · {plural(violation.count, 'time')}
        {spec !== undefined && (
          <>
            {' '}
            · <Code length={200}>{spec}</Code>
          </>
        )}
      </p>
      <Comparison received={violation.received} documented={violation.documented} />
      <Readings obligation={obligation} contract={contract} />
      <Curl command={violation.exchange.curl} length={detail.commandLength} />
      <Exchange exchange={violation.exchange} pointer={pointer} bodyLength={detail.bodyLength} open={open} />
    </article>
  );
}

/** The ledger entries behind the obligation: how the documentation was read where it is not plain. */
function Readings({
  obligation,
  contract,
}: {
  readonly obligation: string;
  readonly contract: ContractResult;
}): VNode | null {
  const numbers = contract.obligations.find(({ id }) => id === obligation)?.policy ?? [];
  const entries = contract.ledger.filter(({ number }) => numbers.includes(number));
  if (entries.length === 0) return null;
  return (
    <ul class="readings">
      {entries.map(({ number, reading }) => (
        <li>
          <a href={`#${ledgerAnchor(number)}`}>Ledger {number}</a>: <Text length={400}>{reading}</Text>
        </li>
      ))}
    </ul>
  );
}
