import type { VNode } from 'preact';

import type { ObligationResult } from '../../schemas/generated/types';
import { palette } from '../theme/palette';

export type ObligationState = ObligationResult['state'];

export const obligationStates: readonly ObligationState[] = [
  'verified',
  'violated',
  'waived',
  'unobserved',
  'not-tried',
];

export const obligationWords: Readonly<Record<ObligationState, string>> = {
  verified: 'Verified',
  violated: 'Violated',
  waived: 'Waived',
  unobserved: 'Unobserved',
  'not-tried': 'Not tried',
};

/** Which of the page's tones a state speaks in. */
export const obligationTones: Readonly<Record<ObligationState, string>> = {
  verified: 'passed',
  violated: 'failed',
  waived: 'invalid',
  unobserved: 'no-data',
  'not-tried': 'no-data',
};

/** A square of 14 with a sign: shape and filling differ, not only the colour. */
export const obligationTiles: Readonly<Record<ObligationState, VNode>> = {
  verified: (
    <>
      <rect width="14" height="14" rx="3" fill={palette.passed.light} class="solid" opacity="0.82" />
      <path d="M4 7.3l2.1 2.1L10 4.9" fill="none" stroke="#fff" class="cut" stroke-width="1.4" />
    </>
  ),
  violated: (
    <>
      <rect width="14" height="14" rx="3" fill={palette.failed.light} class="solid" />
      <path d="M4.3 4.3l5.4 5.4M9.7 4.3L4.3 9.7" fill="none" stroke="#fff" class="cut" stroke-width="1.8" />
    </>
  ),
  waived: (
    <>
      <rect
        x="0.7"
        y="0.7"
        width="12.6"
        height="12.6"
        rx="2.4"
        fill="none"
        stroke={palette.invalid.light}
        class="line"
        stroke-width="1.4"
      />
      <path d="M1 10.8L10.8 1H13v1.2L2.2 13H1z" fill={palette.invalid.light} class="solid" />
    </>
  ),
  unobserved: (
    <rect
      x="0.7"
      y="0.7"
      width="12.6"
      height="12.6"
      rx="2.4"
      fill="none"
      stroke={palette.noData.light}
      class="line"
      stroke-width="1.4"
    />
  ),
  'not-tried': (
    <>
      <rect
        x="0.7"
        y="0.7"
        width="12.6"
        height="12.6"
        rx="2.4"
        fill="none"
        stroke={palette.noData.light}
        class="line"
        stroke-width="1.2"
        stroke-dasharray="2 1.8"
      />
      <path d="M4.5 7h5" fill="none" stroke={palette.noData.light} class="line" stroke-width="1.4" />
    </>
  ),
};

/** Tile and word. */
export function ObligationMark({ state }: { readonly state: ObligationState }): VNode {
  return (
    <span class={`state ${obligationTones[state]}`}>
      <svg viewBox="0 0 14 14" width="14" height="14" aria-hidden="true">
        {obligationTiles[state]}
      </svg>{' '}
      <span>{obligationWords[state]}</span>
    </span>
  );
}
