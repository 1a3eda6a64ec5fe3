import type { VNode } from 'preact';

import type { ThresholdResult } from '../../schemas/generated/types';
import { palette } from '../theme/palette';
import { Bar, barWidth } from './bar';

/** The limit stands at two thirds, so that what is over it shows. */
const limitX = 268;

/** How near a figure is to its limit; the words beside it say the same. */
export function StrainBar({ threshold }: { readonly threshold: ThresholdResult }): VNode | null {
  const { observed, limit, ok } = threshold;
  if (observed === null || limit === 0) return null;
  const filled = Math.max(2, Math.min(barWidth, (observed / limit) * limitX));
  return (
    <Bar>
      <rect width={barWidth} height="6" fill={palette.noDataLine.light} class="rest" />
      <rect
        width={filled.toFixed(1)}
        height="6"
        fill={ok ? palette.passed.light : palette.failed.light}
        class={ok ? 'passed' : 'failed'}
      />
      <rect x={limitX} width="2.5" height="6" fill={palette.ink.light} class="limit" />
    </Bar>
  );
}
