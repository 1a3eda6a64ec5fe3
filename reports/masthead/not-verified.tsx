import type { VNode } from 'preact';

import type { ContractResult, LoadResult, ObligationResult } from '../../schemas/generated/types';
import { obligationAnchor } from '../page/anchors';
import { Text } from '../page/text';
import type { Run } from '../run/run';
import { formatCount, plural } from '../text/numbers';

const shownReasons = 4;
/** So many are all named; of more, the first. */
const shownTitles = 3;

/** What the verdict does not cover: said on the first screen, since silence would read as a pass. */
export function NotVerified({ run: { contract, load } }: { readonly run: Run }): VNode {
  const gaps = contract === null ? [] : [...byReason(contract)];
  return (
    <div class="not-verified">
      <h2>Not verified</h2>
      <ul>
        {contract === null && <li>Every documented promise: the run has no contract.json.</li>}
        {contract !== null && contract.obligations.length > 0 && gaps.length === 0 && (
          <li>Every obligation was tried.</li>
        )}
        {load === null && <li>Speed and behaviour under load: the run has no load.json.</li>}
        {gaps.slice(0, shownReasons).map(([reason, obligations]) => (
          <Gap reason={reason} obligations={obligations} />
        ))}
        {gaps.length > shownReasons && (
          <li>
            <a href="#obligations">and more, for {formatCount(gaps.length - shownReasons)} other reasons</a>
          </li>
        )}
        {load !== null && unsampled(load) > 0 && (
          <li>
            <a href="#verification">{plural(unsampled(load), 'body', 'bodies')} under load</a>{' '}
            <span class="aside">(not in the sample that is held against the schemas)</span>
          </li>
        )}
      </ul>
    </div>
  );
}

/** Answers whose status, id and value were looked at, and no more. */
function unsampled({ verified: { responses, bodies } }: LoadResult): number {
  return Math.max(0, responses - bodies);
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
  const named = obligations.length > shownTitles ? 1 : shownTitles;
  const more = obligations.length - named;
  return (
    <li>
      {obligations.slice(0, named).map(({ id, title }, index) => (
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
