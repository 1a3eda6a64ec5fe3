import type { ComponentChildren, VNode } from 'preact';

import { StateMark } from '../page/state-mark';
import { Text } from '../page/text';
import { formatCount } from '../text/numbers';
import type { State } from '../verdict/state';

/** What is wrong, and where the page says more. */
export interface Problem {
  /** An id on the page. */
  readonly anchor: string;
  readonly text: string;
  readonly detail?: string | undefined;
}

interface HalfProps {
  readonly title: string;
  readonly anchor: string;
  readonly state: State;
  /** The worst first. */
  readonly problems: readonly Problem[];
  /** Where all problems are listed; without it, the first that is not shown here stands for the others. */
  readonly list?: string;
  /** Figures in a line. */
  readonly children: ComponentChildren;
}

const shown = 4;

/** One half of the run on the first screen: its state, its figures, and links to what is wrong. */
export function Half({ title, anchor, state, problems, list, children }: HalfProps): VNode {
  const more = problems.slice(shown);
  return (
    <div class={`half ${state}`}>
      <p class="half-head">
        <strong>
          <a href={`#${anchor}`}>{title}</a>
        </strong>{' '}
        <StateMark state={state} />
      </p>
      {children}
      {problems.length > 0 && (
        <ul class="problems">
          {problems.slice(0, shown).map(({ anchor: place, text, detail }) => (
            <li>
              <a href={`#${place}`}>
                <Text length={160}>{text}</Text>
              </a>
              {detail !== undefined && (
                <>
                  {' '}
                  <span class="aside">
                    <Text length={160}>{detail}</Text>
                  </span>
                </>
              )}
            </li>
          ))}
          {more[0] !== undefined && (
            <li>
              <a href={`#${list ?? more[0].anchor}`}>and {formatCount(more.length)} more</a>
            </li>
          )}
        </ul>
      )}
    </div>
  );
}
