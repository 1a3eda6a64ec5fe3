import type { Histogram } from '../../schemas/generated/types';

/** As many buckets as k6's OpenTelemetry output keeps; a merge that needs more takes wider ones. */
const bucketLimit = 160;

export function sampleCount({ zeroCount, counts }: Histogram): number {
  return counts.reduce((sum, count) => sum + count, zeroCount);
}

/** Width of a bucket relative to its lower end: percentiles are right within this share. */
export function relativeWidth(scale: number): number {
  return 2 ** (2 ** -scale) - 1;
}

/**
 * The histogram of both sets of samples, exactly: buckets are joined in pairs until both have the same
 * width, and then added. The order of merges makes no difference.
 */
export function mergeHistograms(a: Histogram, b: Histogram): Histogram {
  if (a.counts.length === 0 && a.zeroCount === 0) return b;
  if (b.counts.length === 0 && b.zeroCount === 0) return a;
  const scale = commonScale(a, b);
  const x = downscale(a, scale);
  const y = downscale(b, scale);
  const offset = Math.min(...[x, y].filter(({ counts }) => counts.length > 0).map((each) => each.offset));
  const end = Math.max(...[x, y].map((each) => (each.counts.length > 0 ? last(each) + 1 : offset)));
  const counts = new Array<number>(Number.isFinite(offset) ? end - offset : 0).fill(0);
  for (const each of [x, y]) {
    each.counts.forEach((count, index) => {
      const at = each.offset + index - offset;
      counts[at] = (counts[at] ?? 0) + count;
    });
  }
  return {
    scale,
    zeroCount: a.zeroCount + b.zeroCount,
    offset: Number.isFinite(offset) ? offset : 0,
    counts,
    sum: a.sum + b.sum,
    min: Math.min(a.min, b.min),
    max: Math.max(a.max, b.max),
  };
}

/** Merges any number of histograms; undefined for none. */
export function mergeAll(histograms: Iterable<Histogram>): Histogram | undefined {
  let merged: Histogram | undefined;
  for (const histogram of histograms) {
    merged = merged === undefined ? histogram : mergeHistograms(merged, histogram);
  }
  return merged;
}

/** The same samples in wider buckets; a scale above the histogram's own changes nothing. */
export function downscale(histogram: Histogram, scale: number): Histogram {
  const shift = histogram.scale - scale;
  if (shift <= 0) return histogram;
  const offset = shifted(histogram.offset, shift);
  const counts: number[] = [];
  histogram.counts.forEach((count, index) => {
    const at = shifted(histogram.offset + index, shift) - offset;
    while (counts.length <= at) counts.push(0);
    counts[at] = (counts[at] ?? 0) + count;
  });
  return { ...histogram, scale, offset, counts };
}

/** The largest scale that both have and at which both together fit into the buckets allowed. */
function commonScale(a: Histogram, b: Histogram): number {
  const filled = [a, b].filter(({ counts }) => counts.length > 0);
  let scale = Math.min(a.scale, b.scale);
  const span = (): number => {
    const firsts = filled.map((each) => shifted(each.offset, each.scale - scale));
    const lasts = filled.map((each) => shifted(last(each), each.scale - scale));
    return Math.max(...lasts) - Math.min(...firsts) + 1;
  };
  while (span() > bucketLimit) scale--;
  return scale;
}

function last({ offset, counts }: Histogram): number {
  return offset + counts.length - 1;
}

/** Joining buckets in pairs halves their index, downwards also below zero. */
function shifted(index: number, shift: number): number {
  return Math.floor(index / 2 ** shift);
}
