import type { VNode } from 'preact';

import type { LoadResult } from '../../schemas/generated/types';
import { loadViolationAnchor } from '../page/anchors';
import type { Speed } from '../regression/speed-of';
import { speedSentence } from '../regression/speed-sentence';
import { capitalised } from '../text/capitalised';
import { formatMs, formatRate, plural } from '../text/numbers';
import { isRegression, loadState } from '../verdict/state';
import { thresholdClause } from '../verdict/threshold';
import { Half, type Problem } from './half';

interface LoadHalfProps {
  readonly load: LoadResult | null;
  readonly speed: Speed | null;
}

/** How fast it was, and what was crossed. */
export function LoadHalf({ load, speed }: LoadHalfProps): VNode {
  return (
    <Half
      title="Load"
      anchor="load"
      state={loadState(load, speed)}
      problems={load === null ? [] : problemsOf(load, speed)}
    >
      <p class={load === null ? 'aside' : 'tally'}>
        {load === null ? 'How fast the API is under load is not known.' : figuresOf(load)}
      </p>
    </Half>
  );
}

function figuresOf({ latency, rate, askedRate }: LoadResult): string {
  const asked = askedRate === undefined ? '' : ` of ${formatRate(askedRate)} asked`;
  return [
    `p50\u00a0${formatMs(latency.p50)}`,
    `p95\u00a0${formatMs(latency.p95)}`,
    `p99\u00a0${formatMs(latency.p99)}`,
    `${formatRate(rate)}${asked}`,
  ].join(' · ');
}

/** Why the figures prove nothing comes before what they show. */
function problemsOf(load: LoadResult, speed: Speed | null): Problem[] {
  const { validity, thresholds, verified } = load;
  return [
    ...(load.verdict === 'invalid' ? validity.reasons : []).map((text) => ({
      anchor: 'validity',
      text: capitalised(text),
    })),
    ...verified.violations.flatMap(({ waived, message, check, count }, index) =>
      waived === true
        ? []
        : [
            {
              anchor: loadViolationAnchor(index),
              text: capitalised(message),
              detail: `${check}, ${plural(count, 'time')}`,
            },
          ],
    ),
    ...thresholds
      .filter(({ ok }) => !ok)
      .map((threshold) => ({ anchor: 'thresholds', text: thresholdClause(threshold) })),
    ...(isRegression(speed) ? speed.figures : [])
      .filter(({ judgement }) => judgement.state === 'regressed')
      .map((figure) => ({ anchor: 'speed', text: speedSentence(figure) })),
  ];
}
