import { shuffleInPlace } from 'simple-statistics';

import { seededRandom } from './seeded-random';

/** As many runs as confirm that one is slower. */
const shortestStretch = 3;
const permutations = 399;
const significance = 0.01;

/**
 * Where the distribution of a series changes, as indices of the first value of each new stretch, in order:
 * hierarchical divisive estimation by energy distance (e-divisive, Matteson and James 2014), each change
 * confirmed by a permutation test within its stretch. Equal input gives equal output.
 */
export function changePoints(values: readonly number[]): number[] {
  const found: number[] = [];
  const open: [start: number, end: number][] = [[0, values.length]];
  for (let stretch = open.pop(); stretch !== undefined; stretch = open.pop()) {
    const [start, end] = stretch;
    const split = significantSplit(values.slice(start, end));
    if (split === undefined) continue;
    found.push(start + split);
    open.push([start, start + split], [start + split, end]);
  }
  return found.sort((one, other) => one - other);
}

function significantSplit(values: readonly number[]): number | undefined {
  const best = bestSplit(values);
  if (best === undefined) return undefined;
  const random = seededRandom(values.length);
  const shuffled = [...values];
  let asLarge = 1;
  for (let round = 0; round < permutations; round += 1) {
    shuffleInPlace(shuffled, random);
    if ((bestSplit(shuffled)?.statistic ?? 0) >= best.statistic) asLarge += 1;
    // What can no longer become significant needs no more rounds.
    if (asLarge / (permutations + 1) > significance) return undefined;
  }
  return best.at;
}

interface Split {
  /** Index of the first value behind it. */
  readonly at: number;
  readonly statistic: number;
}

/** The split with the largest scaled energy distance between its sides. */
function bestSplit(values: readonly number[]): Split | undefined {
  const size = values.length;
  let best: Split | undefined;
  let { left, right, between } = { left: 0, right: sumOfDistances(values), between: 0 };
  for (let at = 1; at <= size - shortestStretch; at += 1) {
    // One value changes sides.
    const moved = values[at - 1] ?? 0;
    const toLeft = sumOfDistancesTo(moved, values, 0, at - 1);
    const toRight = sumOfDistancesTo(moved, values, at, size);
    left += toLeft;
    right -= toRight;
    between += toRight - toLeft;
    if (at < shortestStretch) continue;
    const statistic = energy({ left, right, between }, at, size - at);
    if (best === undefined || statistic > best.statistic) best = { at, statistic };
  }
  return best;
}

interface Distances {
  readonly left: number;
  readonly right: number;
  readonly between: number;
}

/** (mn / (m + n)) · (2 E|X − Y| − E|X − X′| − E|Y − Y′|) */
function energy({ left, right, between }: Distances, m: number, n: number): number {
  const within = (2 * left) / (m * (m - 1)) + (2 * right) / (n * (n - 1));
  return ((m * n) / (m + n)) * ((2 * between) / (m * n) - within);
}

function sumOfDistances(values: readonly number[]): number {
  return values.reduce((sum, value, index) => sum + sumOfDistancesTo(value, values, 0, index), 0);
}

function sumOfDistancesTo(value: number, values: readonly number[], from: number, to: number): number {
  let sum = 0;
  for (let index = from; index < to; index += 1) sum += Math.abs(value - (values[index] ?? 0));
  return sum;
}
