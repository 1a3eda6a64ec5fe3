import type { Evidence } from '../evidence/evidence';

/** How far a run is that goes on, in one line. */
export function progressLine(
  { requests, tried, violations }: Pick<Evidence, 'requests' | 'tried' | 'violations'>,
  planned: number,
): string {
  const violated = new Set(violations.map(({ obligation }) => obligation)).size;
  return `contracts: ${requests} requests, ${new Set(tried).size} of ${planned} obligations tried, ${violated} violated`;
}
