import type { VNode } from 'preact';

import { chartPalette } from '../theme/palette';
import { strengths } from './strengths';

const side = 14;

/** What the faintest and the strongest cell of a heatmap stand for. */
export function HeatLegend({ low, high }: { readonly low: string; readonly high: string }): VNode {
  const width = strengths.length * side;
  return (
    <span class="aside heat-legend">
      {low}{' '}
      <svg width={width} height="10" viewBox={`0 0 ${width} 10`} aria-hidden="true">
        {strengths.map((strength, level) => (
          <rect
            x={level * side}
            width={side - 1}
            height="10"
            fill={chartPalette.blue.light}
            fill-opacity={strength}
          />
        ))}
      </svg>{' '}
      {high}
    </span>
  );
}
