import type { VNode } from 'preact';

import { palette } from '../theme/palette';
import { stateWords, type State } from '../verdict/state';

/** Outlines on a grid of 16: each state has a silhouette of its own, colour aside. */
const shapes: Readonly<Record<State, VNode>> = {
  passed: (
    <>
      <circle cx="8" cy="8" r="7" fill={palette.passed.light} class="solid" />
      <path d="M4.6 8.3l2.4 2.4 4.5-5" fill="none" stroke="#fff" class="cut" stroke-width="1.8" />
    </>
  ),
  failed: (
    <>
      <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill={palette.failed.light} class="solid" />
      <path d="M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2" fill="none" stroke="#fff" class="cut" stroke-width="1.8" />
    </>
  ),
  incomplete: (
    <>
      <circle
        cx="8"
        cy="8"
        r="6.2"
        fill="none"
        stroke={palette.incomplete.light}
        class="line"
        stroke-width="1.6"
      />
      <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill={palette.incomplete.light} class="solid" />
    </>
  ),
  invalid: (
    <>
      <path d="M8 1l7.4 13.4H.6z" fill={palette.invalid.light} class="solid" />
      <path d="M8 5.6v4.2M8 11.4v1.6" fill="none" stroke="#fff" class="cut" stroke-width="1.8" />
    </>
  ),
  'no-data': (
    <>
      <circle
        cx="8"
        cy="8"
        r="6.4"
        fill="none"
        stroke={palette.noData.light}
        class="line"
        stroke-width="1.4"
        stroke-dasharray="2.5 2.2"
      />
      <path d="M5 8h6" fill="none" stroke={palette.noData.light} class="line" stroke-width="1.6" />
    </>
  ),
};

interface StateMarkProps {
  readonly state: State;
  /** Another word where the state has a better name, such as "within". */
  readonly word?: string;
}

/** Icon and word: the one way in which the page shows a state. */
export function StateMark({ state, word = stateWords[state] }: StateMarkProps): VNode {
  return (
    <span class={`state ${state}`}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {shapes[state]}
      </svg>{' '}
      <span>{word}</span>
    </span>
  );
}
