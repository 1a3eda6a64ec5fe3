import type { LoadResult, ThresholdResult } from '../../../schemas/generated/types';
import { isUnproved, speedSentence } from '../../regression/speed-sentence';
import type { Speed, SpeedFigure } from '../../regression/speed-of';
import { formatCount, formatMs, formatRate, plural } from '../../text/numbers';
import { plainLine } from '../../text/plain-line';
import { boundSentence } from '../../verdict/bound-sentence';
import { notPutBack } from '../../verdict/not-put-back';
import { isCrossed, thresholdClause } from '../../verdict/threshold';
import type { Painter } from './painter';

const shownViolations = 20;

/** How fast the API was, and what was crossed or broken under load. */
export function loadLines(load: LoadResult, paint: Painter): string[] {
  const { latency, rate, askedRate, requests, validity, thresholds, verified } = load;
  const asked = askedRate === undefined ? '' : ` of ${formatRate(askedRate)} asked`;
  return [
    `Load ${plainLine(load.profile, 80)}: ${formatCount(requests)} requests, ${formatRate(rate)}${asked}`,
    `  p50 ${formatMs(latency.p50)}   p95 ${formatMs(latency.p95)}   p99 ${formatMs(latency.p99)}   max ${formatMs(latency.max)}`,
    ...breakpointLines(load.breakpoint),
    ...thresholds.map((threshold) => {
      return `  ${thresholdSign(threshold, paint)} ${plainLine(thresholdClause(threshold), 200)}`;
    }),
    ...verified.violations
      .slice(0, shownViolations)
      .map(
        ({ check, message, count, waived = false }) =>
          `  ${waived ? paint('○', 'grey') : paint('✗', 'red')} ${plainLine(`${check}: ${message}`, 300)} (${plural(count, 'time')}${waived ? ', waived' : ''})`,
      ),
    ...(load.turnedAway === undefined || load.turnedAway === 0
      ? []
      : [`  ${formatCount(load.turnedAway)} turned away with 429, which are no failures`]),
    `  ${boundSentence(verified)}`,
    ...[...validity.reasons, ...(validity.cautions ?? [])].map(
      (reason) => `  ${paint('!', 'yellow')} ${plainLine(reason)}`,
    ),
    ...notPutBack(load).map((left) => `  ${paint('!', 'yellow')} ${left}`),
    ...(validity.unknown ?? []).map((what) => `  ${paint('?', 'yellow')} not known: ${plainLine(what)}`),
  ];
}

function thresholdSign(threshold: ThresholdResult, paint: Painter): string {
  if (isCrossed(threshold)) return paint('✗', 'red');
  return threshold.ok ? paint('✓', 'green') : paint('–', 'grey');
}

/** The highest rate that keeps the thresholds, with the steps before and after. */
function breakpointLines(breakpoint: LoadResult['breakpoint']): string[] {
  if (breakpoint === undefined) return [];
  const { highestRateKept, before, after, steps } = breakpoint;
  const highest = steps.find(({ rate }) => rate === highestRateKept);
  const kept =
    highestRateKept === null
      ? 'no step keeps the thresholds'
      : `${formatRate(highestRateKept)} is the highest rate that keeps the thresholds`;
  return [
    `  ${kept}${after === null ? '; no step crossed them' : ''}`,
    ...[before, highest ?? null, after].flatMap((step) =>
      step === null
        ? []
        : [
            `    ${formatRate(step.rate)}: p95 ${formatMs(step.p95)}, p99 ${formatMs(step.p99)}, ${plainLine([step.state, ...step.crossed].join(', '), 200)}`,
          ],
    ),
  ];
}

/** Comparisons with earlier runs: what is as usual needs no line, but for the figure of all requests. */
export function speedLines(speed: Speed | null | undefined, paint: Painter): string[] {
  const signs: Partial<Record<Speed['state'], string>> = {
    regressed: paint('✗', 'red'),
    suspected: paint('!', 'yellow'),
    warned: paint('!', 'yellow'),
    steady: paint('✓', 'green'),
    cleared: paint('✓', 'green'),
  };
  const signOf = ({ judgement }: SpeedFigure): string =>
    (isUnproved(judgement) ? undefined : signs[judgement.state]) ?? paint('–', 'grey');
  return (speed?.figures ?? [])
    .filter(({ name, judgement }) => name === 'p95' || !['few-runs', 'steady'].includes(judgement.state))
    .map((figure) => `  ${signOf(figure)} ${plainLine(speedSentence(figure))}`);
}
