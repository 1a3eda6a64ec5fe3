import type { VNode } from 'preact';

import type { Verified } from '../../schemas/generated/types';
import type { Detail } from '../page/detail';
import { formatCount, plural } from '../text/numbers';
import { boundSentence } from '../verdict/bound-sentence';
import { LoadViolations } from './load-violations';

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
        Status, id and value were verified in {formatCount(verified.responses)} responses
        {(verified.readBacks ?? 0) > 0 &&
          `; ${plural(verified.readBacks ?? 0, 'read')} of chatrooms that one client alone writes to showed whether its writes were kept`}
        . {boundSentence(verified)}
      </p>
      <LoadViolations violations={verified.violations} detail={detail} />
    </section>
  );
}
