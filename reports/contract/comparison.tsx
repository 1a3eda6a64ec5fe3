import type { VNode } from 'preact';

import { breakable } from '../page/breakable';
import { Omitted } from '../page/text';
import { cut } from '../text/cut';
import { markDifference, type Piece } from '../text/mark-difference';
import { visible } from '../text/visible';

const longestSide = 1_000;

/** Received beside documented; what only one of them says is marked. */
export function Comparison({
  received,
  documented,
}: {
  readonly received: string;
  readonly documented: string;
}): VNode {
  const left = cut(received, longestSide);
  const right = cut(documented, longestSide);
  const difference = markDifference(visible(left.text), visible(right.text));
  return (
    <dl class="comparison">
      <Side name="Received" pieces={difference.received} omitted={left.omitted} />
      <Side name="Documented" pieces={difference.documented} omitted={right.omitted} />
    </dl>
  );
}

interface SideProps {
  readonly name: string;
  readonly pieces: readonly Piece[];
  readonly omitted: number;
}

function Side({ name, pieces, omitted }: SideProps): VNode {
  return (
    <div class={name.toLowerCase()}>
      <dt>{name}</dt>
      <dd>
        <code>
          <bdi>
            {pieces.map(({ text, differs }) => (differs ? <mark>{breakable(text)}</mark> : breakable(text)))}
          </bdi>
        </code>
        {omitted > 0 && <Omitted count={omitted} />}
      </dd>
    </div>
  );
}
