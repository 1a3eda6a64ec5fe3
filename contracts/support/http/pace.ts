import { setTimeout as wait } from 'node:timers/promises';

/** Lets at most a number of requests a second through, evenly spaced; without a limit, all at once. */
export class Pace {
  private readonly intervalMs: number;
  private nextAtMs = 0;

  constructor(maxRequestsPerSecond: number | undefined) {
    this.intervalMs = maxRequestsPerSecond === undefined ? 0 : 1_000 / maxRequestsPerSecond;
  }

  async turn(): Promise<void> {
    if (this.intervalMs === 0) return;
    const nowMs = performance.now();
    const atMs = Math.max(nowMs, this.nextAtMs);
    this.nextAtMs = atMs + this.intervalMs;
    if (atMs > nowMs) await wait(atMs - nowMs);
  }
}
