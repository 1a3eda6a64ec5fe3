import type { ComponentChildren, VNode } from 'preact';

import { Text } from '../page/text';
import { capitalised } from '../text/capitalised';
import { plural } from '../text/numbers';

/** So many are unfolded: what is broken first, whole, and what else is, in a line each. */
export const unfolded = 3;
/** So many are found without a list of them. */
export const unlisted = 4;
/** Of so many, requests and answers are printed: two hundred would take as many sheets. */
export const printed = 10;

interface ViolationFoldProps {
  readonly anchor: string;
  readonly number: number;
  readonly message: string;
  readonly count: number;
  readonly waived: boolean;
  readonly open: boolean;
  readonly children: ComponentChildren;
}

/** A violation as a line that unfolds. The heading is none of HTML's, which would leave the line without styles. */
export function ViolationFold(props: ViolationFoldProps): VNode {
  const { anchor, number, message, count, waived, open, children } = props;
  return (
    <details id={anchor} class={`violation ${waived ? 'invalid' : 'failed'}`} open={open}>
      <summary>
        <strong role="heading" aria-level={4}>
          <span class="place">{number}</span> <Text length={300}>{capitalised(message)}</Text>
        </strong>{' '}
        <span class="aside">
          {plural(count, 'time')}
          {waived && ', waived'}
        </span>
      </summary>
      {children}
    </details>
  );
}

/** Where the rest is, on paper only. */
export function NotPrinted({
  violations,
  file,
}: {
  readonly violations: number;
  readonly file: string;
}): VNode | null {
  if (violations <= printed) return null;
  return (
    <p class="lead on-paper" hidden>
      Printed are the requests and answers of the first {printed}; index.html and {file} have them all.
    </p>
  );
}
