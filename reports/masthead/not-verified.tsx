import type { VNode } from 'preact';

import type { LoadResult } from '../../schemas/generated/types';
import { obligationAnchor } from '../page/anchors';
import { Text } from '../page/text';
import type { Run } from '../run/run';
import { capitalised } from '../text/capitalised';
import { formatCount, plural } from '../text/numbers';
import { gapsOf, type Gap } from '../verdict/gaps';

const shownReasons = 4;
/** So many are all named; of more, the first. */
const shownTitles = 3;

/** What the verdict does not cover: said on the first screen, since silence would read as a pass. */
export function NotVerified({ run: { contract, load } }: { readonly run: Run }): VNode {
  const gaps = contract === null ? [] : gapsOf(contract);
  return (
    <div class="not-verified">
      <h2>Not verified</h2>
      <ul>
        {contract === null && <li>Every documented promise: the run has no contract.json.</li>}
        {contract !== null && contract.obligations.length > 0 && gaps.length === 0 && (
          <li>Every obligation was tried.</li>
        )}
        {load === null && <li>Speed and behaviour under load: the run has no load.json.</li>}
        {gaps.slice(0, shownReasons).map((gap) => (
          <GapItem {...gap} />
        ))}
        {gaps.length > shownReasons && (
          <li>
            <a href="#obligations">and more, for {plural(gaps.length - shownReasons, 'other reason')}</a>
          </li>
        )}
        {load?.validity.unknown?.map((what) => (
          <li>
            <Text length={200}>{capitalised(what)}</Text>
          </li>
        ))}
        {load !== null && unsampled(load) > 0 && (
          <li>
            <a href="#verification">{plural(unsampled(load), 'body', 'bodies')} under load</a>{' '}
            <span class="aside">(not held against a schema)</span>
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

function GapItem({ state, reason, obligations }: Gap): VNode {
  const word = state === 'not-tried' ? 'not tried' : 'unobserved';
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
        (<Text length={240}>{reason === undefined ? word : `${word}: ${reason}`}</Text>)
      </span>
    </li>
  );
}
