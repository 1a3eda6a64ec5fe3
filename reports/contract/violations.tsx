import type { VNode } from 'preact';

import type { ContractResult, Violation } from '../../schemas/generated/types';
import type { Detail } from '../page/detail';
import { ledgerAnchor, violationAnchor } from '../page/anchors';
import { Code, Text } from '../page/text';
import { formatCount, plural } from '../text/numbers';
import { commonAnswer } from '../verdict/common-answer';
import { openViolations } from '../verdict/sentence';
import { Comparison } from './comparison';
import { ObligationMark } from './obligation-states';
import { ObligationLink } from './obligation-link';
import { Curl, Exchange } from './exchange';
import { NotPrinted, printed, unfolded, unlisted, ViolationFold } from './violation-fold';
import { ViolationIndex, type IndexedViolation } from './violation-index';

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
        {extent(contract)} <code>npm run contracts -- --replay RUN#1</code> sends violation 1 of a run folder
        again, and <code>--explain ID</code> says what an obligation means and where to look.
      </p>
      {sorted.length > unlisted && (
        <ViolationIndex caption="All violations" title="Obligation" violations={sorted.map(inIndex)} />
      )}
      <NotPrinted violations={sorted.length} file="contract.json" />
      {sorted.map(({ violation, index }, position) => (
        <ViolationCard
          violation={violation}
          index={index}
          position={position}
          contract={contract}
          detail={detail}
        />
      ))}
      {hidden > 0 && (
        <p>{plural(hidden, 'more violation')}: contract.json in the run folder holds all of them.</p>
      )}
    </section>
  );
}

/** "39 violations (1 waived) of 30 obligations." */
function extent(contract: ContractResult): string {
  const { violations } = contract;
  const obligations = new Set(violations.map(({ obligation }) => obligation)).size;
  const waived = violations.filter((violation) => violation.waived).length;
  const accepted = waived === 0 ? '' : ` (${formatCount(waived)} waived)`;
  const common = commonAnswer(openViolations(contract));
  return [
    `${plural(violations.length, 'violation')}${accepted} of ${plural(obligations, 'obligation')}.`,
    ...(common === null ? [] : [`${common}.`]),
  ].join(' ');
}

interface Numbered {
  readonly violation: Violation;
  /** Its place in contract.json. */
  readonly index: number;
}

function inIndex({ violation, index }: Numbered): IndexedViolation {
  const { message, obligation, count, waived } = violation;
  return { anchor: violationAnchor(index), number: index + 1, message, broken: obligation, count, waived };
}

interface ViolationCardProps extends ViolationsProps, Numbered {
  /** Its place on the page. */
  readonly position: number;
}

function ViolationCard({ violation, index, position, contract, detail }: ViolationCardProps): VNode {
  const { obligation, pointer, spec, message, count, waived } = violation;
  const promise = contract.obligations.find(({ id }) => id === obligation)?.title;
  return (
    <ViolationFold
      anchor={violationAnchor(index)}
      number={index + 1}
      message={message}
      count={count}
      waived={waived}
      open={position < unfolded}
    >
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
        )}
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
      <Exchange
        exchange={violation.exchange}
        pointer={pointer}
        bodyLength={detail.bodyLength}
        open={position < unfolded}
        prints={position < printed}
      />
    </ViolationFold>
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
