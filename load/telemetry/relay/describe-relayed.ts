import { shownUrl, type Collector } from './collector';
import type { Relayed } from './relay';

/** What to tell of a run's exports, and how to send those that are left. */
export function describeRelayed(
  { delivered, left, lost, lastReason }: Relayed,
  collector: Collector,
  folder: string,
): string {
  const url = shownUrl(collector);
  const all = delivered + left + lost;
  if (left + lost === 0) return `metrics: ${delivered} exports delivered to ${url}`;
  const why = lastReason === undefined ? '' : ` (${lastReason})`;
  return [
    `metrics: ${left + lost} of ${all} exports could not be delivered to ${url}${why}`,
    ...(left === 0 ? [] : [`${left} are kept; npm run relay -- ${folder} --otlp ${url} sends them`]),
    ...(lost === 0 ? [] : [`${lost} are lost: the disk took no more`]),
  ].join('; ');
}
