import type { VNode } from 'preact';

import type { LoadResult, ThresholdResult } from '../../schemas/generated/types';
import { loadViolationAnchor } from '../page/anchors';
import type { Speed } from '../regression/speed-of';
import { regressionClause } from '../regression/speed-sentence';
import { capitalised } from '../text/capitalised';
import { formatMs, formatRate, plural } from '../text/numbers';
import { notPutBack } from '../verdict/not-put-back';
import { isRegression, loadState } from '../verdict/state';
import { isCrossed, isOfFailures, thresholdClause, weightiestThreshold } from '../verdict/threshold';
import { Half, type Problem } from './half';
import { StrainBar } from './strain-bar';

interface LoadHalfProps {
  readonly load: LoadResult | null;
  readonly speed: Speed | null;
}

/** How fast it was, and what was crossed. */
export function LoadHalf({ load, speed }: LoadHalfProps): VNode {
  // The figures of a run that is not valid are near to no limit, and far from none.
  const weightiest = load === null || load.verdict === 'invalid' ? undefined : namedThreshold(load);
  return (
    <Half
      title="Load"
      anchor="load"
      state={loadState(load, speed)}
      problems={load === null ? [] : problemsOf(load, speed)}
    >
      {weightiest !== undefined && <StrainBar threshold={weightiest} />}
      {/* A crossed one stands below, as a link. */}
      {weightiest?.ok === true && <p class="tally">{thresholdClause(weightiest)}</p>}
      <p class={load === null || weightiest?.ok === true ? 'aside' : 'tally'}>
        {load === null ? 'How fast the API is under load is not known.' : figuresOf(load)}
      </p>
      {load !== null && notPutBack(load).map((left) => <p class="tally">{capitalised(left)}.</p>)}
    </Half>
  );
}

function figuresOf({ latency, rate, askedRate, verdict }: LoadResult): string {
  const asked = askedRate === undefined ? '' : ` of ${formatRate(askedRate)} asked`;
  const doubt = verdict === 'invalid' ? 'Not to be relied on: ' : '';
  const figures = [
    `p50\u00a0${formatMs(latency.p50)}`,
    `p95\u00a0${formatMs(latency.p95)}`,
    `p99\u00a0${formatMs(latency.p99)}`,
    `${formatRate(rate)}${asked}`,
  ];
  return `${doubt}${figures.join(' · ')}`;
}

/** The one that the verdict names: a crossed one, where there is one. */
function namedThreshold({ thresholds }: LoadResult): ThresholdResult | undefined {
  const crossed = thresholds.filter(isCrossed);
  return crossed.find(isOfFailures) ?? weightiestThreshold(crossed.length > 0 ? crossed : thresholds);
}

/** Why the figures prove nothing comes before what they show; the limit that the verdict names, before other limits. */
function problemsOf(load: LoadResult, speed: Speed | null): Problem[] {
  const { validity, thresholds, verified } = load;
  const first = namedThreshold(load);
  const crossed = thresholds
    .filter(isCrossed)
    .map((threshold) => ({ threshold, anchor: 'thresholds', text: thresholdClause(threshold) }));
  return [
    ...(load.verdict === 'invalid' ? validity.reasons : []).map((text) => ({
      anchor: 'validity',
      text: capitalised(text),
    })),
    ...crossed.filter(({ threshold }) => threshold === first),
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
    ...crossed.filter(({ threshold }) => threshold !== first),
    ...(isRegression(speed) ? speed.figures : [])
      .filter(({ judgement }) => judgement.state === 'regressed')
      .map((figure) => ({ anchor: 'speed', text: regressionClause(figure) })),
  ];
}
