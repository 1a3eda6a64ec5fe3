import { hash32 } from './random';

/** 2000-01-01T00:00:00Z */
const firstSecond = 946_684_800;
/** About 22 years: the values stay in the past, and 700 million requests go by before one comes back. */
const seconds = 700_000_000;

/**
 * The established_dialogue that each request writes, as RFC 3339 with milliseconds. Values are whole seconds
 * apart, so a target that loses sub-second digits still gives every request an answer of its own; their
 * milliseconds are below 500, so it makes no difference whether it cuts or rounds.
 */
export function ownValues(seed: number): (index: number, random: number) => string {
  const start = startOf(seed);
  return (index, random) => {
    const second = firstSecond + ((index + start) % seconds);
    return new Date(second * 1_000 + (random % 500)).toISOString();
  };
}

/** The inverse: the request that would have written an instant. */
export function indexOfOwnValue(seed: number): (instantMs: number) => number {
  const start = startOf(seed);
  return (instantMs) => {
    const second = Math.floor(instantMs / 1_000) - firstSecond - start;
    return ((second % seconds) + seconds) % seconds;
  };
}

function startOf(seed: number): number {
  return hash32(seed, 0x5eed) % seconds;
}
