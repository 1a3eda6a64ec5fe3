import type { Stall } from './parse-latency';

/**
 * When an answer goes out that takes `workMs` of a server that stands still during the stalls, in ms on the
 * clock of `arrivedMs`: work neither begins nor goes on in a stall.
 */
export function releaseTime(arrivedMs: number, workMs: number, stalls: readonly Stall[]): number {
  let release = arrivedMs + workMs;
  for (const { atMs, forMs } of [...stalls].sort((a, b) => a.atMs - b.atMs)) {
    const endMs = atMs + forMs;
    if (release < atMs || arrivedMs >= endMs) continue;
    release += endMs - Math.max(atMs, arrivedMs);
  }
  return release;
}
