import type { ComponentChildren, VNode } from 'preact';

interface PreformattedProps {
  readonly label: string;
  readonly children: ComponentChildren;
  readonly class?: string;
}

/** Long lines wrap, also where styles are blocked: that is what the attribute is for, which types do not know. */
const wraps = { wrap: 'wrap' };

/** Code as it is, left to right, reached by keyboard where it scrolls. */
export function Preformatted({ label, children, class: kind }: PreformattedProps): VNode {
  return (
    <pre {...wraps} class={kind} dir="ltr" tabIndex={0} role="group" aria-label={label}>
      {children}
    </pre>
  );
}
