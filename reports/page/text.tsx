import type { VNode } from 'preact';

import { cut } from '../text/cut';
import { formatCount } from '../text/numbers';
import { visible } from '../text/visible';
import { breakable } from './breakable';

const longestText = 600;

interface TextProps {
  readonly children: string;
  readonly length?: number;
}

/** Text that somebody else wrote: isolated in its direction, cut, every character visible. */
export function Text({ children, length = longestText }: TextProps): VNode {
  const { text, omitted } = cut(children, length);
  return (
    <bdi>
      {breakable(visible(text))}
      {omitted > 0 && <Omitted count={omitted} />}
    </bdi>
  );
}

/** The same in code: ids, pointers, addresses. */
export function Code({ children, length = longestText }: TextProps): VNode {
  return (
    <code>
      <Text length={length}>{children}</Text>
    </code>
  );
}

export function Omitted({ count }: { readonly count: number }): VNode {
  return <span class="omitted"> … {formatCount(count)} more characters</span>;
}
