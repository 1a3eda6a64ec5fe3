import type { VNode } from 'preact';

import type { ContractResult, ObligationResult } from '../../schemas/generated/types';
import { obligationAnchor } from '../page/anchors';
import { Text } from '../page/text';
import type { Run } from '../run/run';
import { formatCount } from '../text/numbers';

const shownReasons = 4;
const shownTitles = 3;

/** What the verdict does not cover: said on the first screen, since silence would read as a pass. */
export function NotVerified({ run: { contract, load } }: { readonly run: Run }): VNode | null {
  const gaps = contract === null ? [] : [...byReason(contract)];
  if (contract !== null && load !== null && gaps.length === 0) return null;
  return (
    <div class="not-verified">
      <h2>Not verified</h2>
      <ul>
        {contract === null && <li>Every documented promise: the run has no contract.json.</li>}
        {load === null && <li>Speed and behaviour under load: the run has no load.json.</li>}
        {gaps.slice(0, shownReasons).map(([reason, obligations]) => (
          <Gap reason={reason} obligations={obligations} />
        ))}
        {gaps.length > shownReasons && (
          <li>
            <a href="#obligations">and more, for {formatCount(gaps.length - shownReasons)} other reasons</a>
          </li>
        )}
      </ul>
    </div>
  );
}

/** Where many have one reason, it is said once. */
function byReason({ obligations }: ContractResult): Map<string, ObligationResult[]> {
  const groups = new Map<string, ObligationResult[]>();
  for (const obligation of obligations) {
    const { state, reason } = obligation;
    if (state !== 'unobserved' && state !== 'not-tried') continue;
    const word = state === 'not-tried' ? 'not tried' : 'unobserved';
    const key = reason === undefined ? word : `${word}: ${reason}`;
    groups.set(key, [...(groups.get(key) ?? []), obligation]);
  }
  return groups;
}

interface GapProps {
  readonly reason: string;
  readonly obligations: readonly ObligationResult[];
}

function Gap({ reason, obligations }: GapProps): VNode {
  const more = obligations.length - shownTitles;
  return (
    <li>
      {obligations.slice(0, shownTitles).map(({ id, title }, index) => (
        <>
          {index > 0 && ', '}
          <a href={`#${obligationAnchor(id)}`}>
            <Text length={160}>{title}</Text>
          </a>
        </>
      ))}
      {more > 0 && (
        <>
          {' '}
          and <a href="#obligations">{formatCount(more)} more</a>
        </>
      )}{' '}
      <span class="aside">
        (<Text length={240}>{reason}</Text>)
      </span>
    </li>
  );
}
