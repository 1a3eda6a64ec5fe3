import { median } from 'simple-statistics';

/** By how much `sample` lies above `others`: the Hodges–Lehmann estimate, the median of all differences. */
export function hodgesLehmannShift(sample: readonly number[], others: readonly number[]): number {
  return median(sample.flatMap((value) => others.map((other) => value - other)));
}
