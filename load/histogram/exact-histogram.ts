import type { Histogram } from '../../schemas/generated/types';

/** Puts samples in ms into a histogram of a scale, bucket by bucket: the definition, for tests. */
export function exactHistogram(samples: readonly number[], scale: number): Histogram {
  const indexes = samples.filter((sample) => sample > 0).map((sample) => bucketIndex(sample, scale));
  const offset = indexes.length === 0 ? 0 : Math.min(...indexes);
  const counts: number[] = [];
  for (const index of indexes) {
    while (counts.length <= index - offset) counts.push(0);
    counts[index - offset] = (counts[index - offset] ?? 0) + 1;
  }
  return {
    scale,
    zeroCount: samples.length - indexes.length,
    offset,
    counts,
    sum: samples.reduce((sum, sample) => sum + sample, 0),
    min: Math.min(...samples),
    max: Math.max(...samples),
  };
}

/** Bucket i holds base^i < x <= base^(i+1). */
function bucketIndex(sample: number, scale: number): number {
  return Math.ceil(Math.log2(sample) * 2 ** scale) - 1;
}
