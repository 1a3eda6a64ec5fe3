import type { VNode } from 'preact';

import type { LoadViolation, Verified } from '../../schemas/generated/types';
import { Comparison } from '../contract/comparison';
import { Curl, Exchange } from '../contract/exchange';
import type { Detail } from '../page/detail';
import { ObligationMark } from '../contract/obligation-states';
import { loadViolationAnchor } from '../page/anchors';
import { StateMark } from '../page/state-mark';
import { Code, Text } from '../page/text';
import { capitalised } from '../text/capitalised';
import { formatCount, plural } from '../text/numbers';
import { boundSentence } from '../verdict/bound-sentence';
import { loadComparison } from './load-comparison';

/** What the answers under load prove, and those that broke a promise. */
export function Verification({
  verified,
  detail,
}: {
  readonly verified: Verified;
  readonly detail: Detail;
}): VNode {
  return (
    <section id="verification">
      <h3>Verification under load</h3>
      <p class="lead">
        {boundSentence(verified)} Status, id and value were verified in {formatCount(verified.responses)}{' '}
        responses
        {(verified.readBacks ?? 0) > 0 &&
          `; ${plural(verified.readBacks ?? 0, 'read')} of chatrooms that one client alone writes to showed whether its writes were kept`}
        .
      </p>
      {verified.violations.slice(0, detail.violations).map((violation, index) => (
        <article
          class={`violation ${violation.waived === true ? 'invalid' : 'failed'}`}
          id={loadViolationAnchor(index)}
        >
          <h4>
            <Text length={300}>{capitalised(violation.message)}</Text>
          </h4>
          <p class="aside">
            {violation.waived === true ? (
              <ObligationMark state="waived" />
            ) : (
              <StateMark state="failed" word="Violated" />
            )}{' '}
            · <Code length={80}>{violation.check}</Code>
            {violation.pointer !== undefined && (
              <>
                {' '}
                · at <Code length={200}>{violation.pointer}</Code>
              </>
            )}{' '}
            · {plural(violation.count, 'time')}
          </p>
          <Compared violation={violation} />
          {violation.example !== undefined && (
            <>
              <Curl command={violation.example.curl} length={detail.commandLength} />
              <Exchange
                exchange={violation.example}
                pointer={violation.pointer}
                bodyLength={detail.bodyLength}
                open={false}
              />
            </>
          )}
        </article>
      ))}
    </section>
  );
}

function Compared({ violation }: { readonly violation: LoadViolation }): VNode | null {
  const comparison = loadComparison(violation);
  return comparison === null ? null : <Comparison {...comparison} />;
}
