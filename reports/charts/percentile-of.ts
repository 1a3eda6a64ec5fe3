import type { Buckets } from './merge-histograms';

/** Samples that a percentile takes (docs/run-folder.md). */
export const samplesNeeded = { p50: 6, p95: 72, p99: 368 } as const;
const shares = { p50: 0.5, p95: 0.95, p99: 0.99 } as const;

/** A percentile in ms, right within the width of a bucket; null where there are too few samples for it. */
export function percentileOf(
  { scale, offset, counts }: Buckets,
  name: keyof typeof samplesNeeded,
): number | null {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total < samplesNeeded[name]) return null;
  const rank = shares[name] * total;
  let below = 0;
  const index = counts.findIndex((count) => {
    if (below + count >= rank) return true;
    below += count;
    return false;
  });
  const position = index + (rank - below) / (counts[index] ?? 1);
  return 2 ** ((offset + position) * 2 ** -scale);
}
