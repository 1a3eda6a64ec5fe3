import { createHash } from 'node:crypto';

/** Whether a run of this suite may have drawn an instant, in ms since 1970: of others, 1 in 1,000 looks so. */
export function looksDrawn(epochMs: number): boolean {
  const second = Math.floor(epochMs / 1_000);
  return epochMs % 1_000 === millisecondOf(second);
}

/**
 * Of a second since 1970 that is drawn. Never 0: what a rounding API loses must be there to be lost. Below 500: rounding may
 * lose it, and an API that adds a second instead is wrong whatever the seed.
 */
export function millisecondOf(second: number): number {
  return 1 + (createHash('sha256').update(`millisecond of ${second}`).digest().readUInt32BE(0) % 499);
}
