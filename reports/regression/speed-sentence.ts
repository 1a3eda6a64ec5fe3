import { formatMs, formatShare, plural } from '../text/numbers';
import type { SpeedFigure } from './speed-of';

/** What the earlier runs say about one figure, and what to do about it. */
export function speedSentence({ name, judgement }: SpeedFigure): string {
  const { state, valueMs, runsBefore, medianMs, limitMs, runsWanted, pValue, shift } = judgement;
  const figure = `${name} ${formatMs(valueMs)}`;
  const usual = `the ${formatMs(limitMs)} that ${plural(runsBefore, 'earlier run')} vary up to (median ${formatMs(medianMs)})`;
  const test = `shift ${formatShare(shift ?? null)}, p ${formatP(pValue)}`;
  switch (state) {
    case 'few-runs':
      return `${figure}: ${runsBefore === 0 ? 'no earlier run' : plural(runsBefore, 'earlier run')} to compare with, and 10 are needed`;
    case 'steady':
      return `${figure} is within ${usual}`;
    case 'warned':
      return `${figure} is above ${usual}; a run fails for that from 20 earlier runs on`;
    case 'suspected':
      return `${figure} is above ${usual}: ${plural(runsWanted, 'more run')} will tell whether it is slower`;
    case 'cleared':
      if (isUnproved(judgement))
        return `${figure} is above ${usual}, and with the two runs before it is not proved slower (${test})`;
      return `${figure}: this run and the two before are not slower than ${plural(runsBefore, 'earlier run')} (${test})`;
    case 'regressed':
      return `${figure} is slower: this run and the two before lie above ${usual}; ${test}`;
  }
}

/** Not proved slower, though the figure itself is more than earlier runs vary up to: not proved to be as fast either. */
export function isUnproved({ state, valueMs, limitMs }: SpeedFigure['judgement']): boolean {
  return state === 'cleared' && limitMs !== null && valueMs > limitMs;
}

/** "p95 371 ms, 21 % above its earlier runs": as a part of the verdict. */
export function regressionClause({ name, judgement: { valueMs, shift } }: SpeedFigure): string {
  return `${name}\u00a0${formatMs(valueMs)}, ${formatShare(shift === undefined ? null : Math.round(shift * 100) / 100)} slower than its earlier runs`;
}

function formatP(pValue: number | undefined): string {
  if (pValue === undefined) return '–';
  return pValue < 0.001 ? pValue.toPrecision(1) : pValue.toFixed(3);
}
