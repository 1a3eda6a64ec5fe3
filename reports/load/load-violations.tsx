import type { VNode } from 'preact';

import type { LoadViolation } from '../../schemas/generated/types';
import { Comparison } from '../contract/comparison';
import { Curl, Exchange } from '../contract/exchange';
import { ObligationMark } from '../contract/obligation-states';
import { NotPrinted, printed, unfolded, unlisted, ViolationFold } from '../contract/violation-fold';
import { ViolationIndex, type IndexedViolation } from '../contract/violation-index';
import { loadViolationAnchor } from '../page/anchors';
import type { Detail } from '../page/detail';
import { StateMark } from '../page/state-mark';
import { Code } from '../page/text';
import { plural } from '../text/numbers';
import { loadComparison } from './load-comparison';

interface LoadViolationsProps {
  readonly violations: readonly LoadViolation[];
  readonly detail: Detail;
}

/** What answers under load broke: of many, a list first. */
export function LoadViolations({ violations, detail }: LoadViolationsProps): VNode {
  const shown = violations.slice(0, detail.violations);
  const hidden = violations.length - shown.length;
  return (
    <>
      {shown.length > unlisted && (
        <ViolationIndex caption="All violations under load" title="Check" violations={shown.map(inIndex)} />
      )}
      <NotPrinted violations={shown.length} file="load.json" />
      {shown.map((violation, index) => (
        <LoadViolationCard violation={violation} index={index} detail={detail} />
      ))}
      {hidden > 0 && (
        <p>{plural(hidden, 'more violation')}: load.json in the run folder holds all of them.</p>
      )}
    </>
  );
}

function inIndex({ message, check, count, waived = false }: LoadViolation, index: number): IndexedViolation {
  return { anchor: loadViolationAnchor(index), number: index + 1, message, broken: check, count, waived };
}

interface LoadViolationCardProps {
  readonly violation: LoadViolation;
  readonly index: number;
  readonly detail: Detail;
}

function LoadViolationCard({ violation, index, detail }: LoadViolationCardProps): VNode {
  const { message, check, pointer, count, waived = false, example } = violation;
  const comparison = loadComparison(violation);
  return (
    <ViolationFold
      anchor={loadViolationAnchor(index)}
      number={index + 1}
      message={message}
      count={count}
      waived={waived}
      open={index < unfolded}
    >
      <p class="aside">
        {waived ? <ObligationMark state="waived" /> : <StateMark state="failed" word="Violated" />} ·{' '}
        <Code length={80}>{check}</Code>
        {pointer !== undefined && (
          <>
            {' '}
            · at <Code length={200}>{pointer}</Code>
          </>
        )}
      </p>
      {comparison !== null && <Comparison {...comparison} />}
      {example !== undefined && (
        <>
          <Curl command={example.curl} length={detail.commandLength} />
          <Exchange
            exchange={example}
            pointer={pointer}
            bodyLength={detail.bodyLength}
            open={false}
            prints={index < printed}
          />
        </>
      )}
    </ViolationFold>
  );
}
