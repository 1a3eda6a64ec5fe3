import type { ComponentChildren, VNode } from 'preact';

/** Its width in the units of the picture, which stretches to its place. */
export const barWidth = 400;

/** A flat picture of rectangles, 6 high, beside words that say the same. */
export function Bar({ children }: { readonly children: ComponentChildren }): VNode {
  return (
    <svg
      width={barWidth}
      height="6"
      viewBox={`0 0 ${barWidth} 6`}
      preserveAspectRatio="none"
      class="tally-bar"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
