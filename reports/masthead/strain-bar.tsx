import type { VNode } from 'preact';

import type { ThresholdResult } from '../../schemas/generated/types';
import { palette } from '../theme/palette';

const width = 400;
/** The limit stands at two thirds, so that what is over it shows. */
const limitX = 268;

/** How near a figure is to its limit; the words beside it say the same. */
export function StrainBar({ threshold }: { readonly threshold: ThresholdResult }): VNode | null {
  const { observed, limit, ok } = threshold;
  if (observed === null || limit === 0) return null;
  const filled = Math.max(2, Math.min(width, (observed / limit) * limitX));
  return (
    <svg
      width={width}
      height="6"
      viewBox={`0 0 ${width} 6`}
      preserveAspectRatio="none"
      class="tally-bar"
      aria-hidden="true"
    >
      <rect width={width} height="6" fill={palette.noDataLine.light} class="rest" />
      <rect
        width={filled.toFixed(1)}
        height="6"
        fill={ok ? palette.passed.light : palette.failed.light}
        class={ok ? 'passed' : 'failed'}
      />
      <rect x={limitX} width="2.5" height="6" fill={palette.ink.light} class="limit" />
    </svg>
  );
}
