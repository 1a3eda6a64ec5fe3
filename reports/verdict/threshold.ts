import type { ThresholdResult } from '../../schemas/generated/types';
import { formatMs, formatShare } from '../text/numbers';

/** A threshold's figure with its unit. */
export function formatFigure(value: number | null, unit: ThresholdResult['unit']): string {
  return unit === 'ms' ? formatMs(value) : formatShare(value);
}

/** Whether it limits the share of requests that failed. */
export function isOfFailures({ name, unit }: ThresholdResult): boolean {
  return unit === 'share' && name === 'failures';
}

/** What was not measured, as in a shard alone, has not crossed its limit; nor does it hold. */
export function isCrossed({ ok, observed }: ThresholdResult): boolean {
  return !ok && observed !== null;
}

/** "p95 312 ms within 400 ms". */
export function thresholdClause(threshold: ThresholdResult): string {
  const { name, observed, limit, unit } = threshold;
  if (observed !== null && isOfFailures(threshold))
    return `${formatFigure(observed, unit)} of requests failed, limit ${formatFigure(limit, unit)}`;
  // One limit for all is what a reader expects: only a brand's own needs its name.
  const figure = name.replace(/^all brands, /, '');
  if (observed === null) return `${figure} not measured, limit ${formatFigure(limit, unit)}`;
  // The name and its figure belong on one line.
  return `${figure}\u00a0${formatFigure(observed, unit)} ${relation(threshold)} ${formatFigure(limit, unit)}`;
}

/** The one to name where there is room for one: p95 of all brands first, then whatever is nearest to its limit. */
export function weightiestThreshold(thresholds: readonly ThresholdResult[]): ThresholdResult | undefined {
  const p95 = thresholds.filter(({ name }) => name.includes('p95'));
  const overall = p95.filter(({ brand }) => brand === undefined);
  const candidates = [overall, p95, thresholds].find(({ length }) => length > 0) ?? [];
  return [...candidates].sort((one, other) => strain(other) - strain(one))[0];
}

function strain({ observed, limit }: ThresholdResult): number {
  if (observed === null) return 0;
  return limit === 0 ? observed : observed / limit;
}

function relation({ observed, limit, ok }: ThresholdResult): string {
  if (ok) return 'within';
  return observed !== null && observed < limit ? 'under' : 'over';
}
