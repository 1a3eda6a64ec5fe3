import type { Random } from './random';

/** Draws how long an answer waits, in ms. */
export type Distribution = (random: Random) => number;

export function constant(ms: number): Distribution {
  return () => ms;
}

export function uniform(fromMs: number, toMs: number): Distribution {
  return (random) => fromMs + (toMs - fromMs) * random();
}

/** Mostly short, now and then long: the time between arrivals that know nothing of each other. */
export function exponential(meanMs: number): Distribution {
  return (random) => -meanMs * Math.log(random());
}

/** What services usually show. `sigma` is the standard deviation of the logarithm: 0.5 puts p99 at 3.2 times the median. */
export function lognormal(medianMs: number, sigma: number): Distribution {
  return (random) => medianMs * Math.exp(sigma * normal(random));
}

/** Each answer takes one of the parts, as often as its share says; shares need not sum to 1. */
export function mixture(
  parts: readonly { readonly share: number; readonly draw: Distribution }[],
): Distribution {
  const total = parts.reduce((sum, { share }) => sum + share, 0);
  return (random) => {
    let left = random() * total;
    const part = parts.find(({ share }) => (left -= share) < 0) ?? parts.at(-1);
    return part?.draw(random) ?? 0;
  };
}

/** The Box–Muller transform. */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}
