import { limitOf } from './random';

/** Picks a brand by an integer below 2^32, each with the probability of its share; the shares sum to 1. */
export function brandPicker(shares: readonly number[]): (random: number) => number {
  let sum = 0;
  const limits = shares.map((share) => limitOf((sum += share)));
  // Shares may sum up to just below 1.
  limits[limits.length - 1] = Infinity;
  return (random) => {
    let index = 0;
    while (random >= (limits[index] ?? Infinity)) index++;
    return index;
  };
}
