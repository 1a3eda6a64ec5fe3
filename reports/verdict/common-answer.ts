import type { Violation } from '../../schemas/generated/types';
import { formatCount, plural } from '../text/numbers';

const documentedStatuses: readonly number[] = [200, 401, 403, 404, 422];

/** Fewer are seen at once; of a smaller share, it is one cause among several. */
const fewest = 3;
const smallestShare = 1 / 3;

/**
 * "28 of 39 violations got a 503": the one answer behind many violations, which is likely to have one cause; null where there
 * is none. An answer that the documentation has may be behind them for many reasons.
 */
export function commonAnswer(violations: readonly Violation[]): string | null {
  const counts = new Map<string, number>();
  for (const { exchange } of violations) {
    const status = exchange.response?.status;
    if (status !== undefined && documentedStatuses.includes(status)) continue;
    const answer = status === undefined ? 'no answer' : `a ${status}`;
    counts.set(answer, (counts.get(answer) ?? 0) + 1);
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  if (most === undefined) return null;
  const [answer, count] = most;
  if (count < fewest || count < violations.length * smallestShare) return null;
  const all = plural(violations.length, 'violation');
  return `${count === violations.length ? 'All' : `${formatCount(count)} of`} ${all} got ${answer}`;
}
