import { wilcoxonRankSum } from 'simple-statistics';

/**
 * The exact p-value of the one-sided Mann–Whitney test that `sample` lies above `others`: the share of all ways
 * to deal the pooled values that give the sample a rank sum as large, or larger. Equal values share their mean rank.
 */
export function mannWhitneyGreater(sample: readonly number[], others: readonly number[]): number {
  const pooled = [...sample, ...others].sort((one, other) => one - other);
  // Twice the mean rank is a whole number, so that sums of ranks can be counted.
  const ranks = pooled.map((value) => pooled.indexOf(value) + pooled.lastIndexOf(value) + 2);
  const observed = Math.round(2 * wilcoxonRankSum([...sample], [...others]));
  const ways = waysBySum(ranks, sample.length);
  let total = 0;
  let asLarge = 0;
  for (const [sum, count] of ways) {
    total += count;
    if (sum >= observed) asLarge += count;
  }
  return asLarge / total;
}

/** How many subsets of a size have each sum. */
function waysBySum(ranks: readonly number[], size: number): ReadonlyMap<number, number> {
  const bySize = Array.from({ length: size + 1 }, () => new Map<number, number>());
  bySize[0]?.set(0, 1);
  for (const rank of ranks) {
    // From large to small: each rank is dealt once.
    for (let count = size; count > 0; count -= 1) {
      const [smaller, target] = [bySize[count - 1], bySize[count]];
      for (const [sum, ways] of smaller ?? []) {
        target?.set(sum + rank, (target.get(sum + rank) ?? 0) + ways);
      }
    }
  }
  return bySize[size] ?? new Map<number, number>();
}
