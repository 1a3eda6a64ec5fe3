import type { LoadResult } from '../../schemas/generated/types';
import { decodeRecording } from '../../schemas/run/recording/recording';
import { bucketsOf, mergeHistograms, type Buckets } from './merge-histograms';
import { roundStretch } from './round-stretch';
import { secondsOf } from './seconds-of';

/** How many requests took how long, when. */
export interface LatencyGrid {
  readonly stretchSeconds: number;
  /** From the slowest to the fastest band; bounds in ms, a count for each stretch. */
  readonly bands: readonly {
    readonly lower: number;
    readonly upper: number;
    readonly counts: readonly number[];
  }[];
}

const coarsest = -4;

/** Gathers the histograms of seconds into stretches and bands; null where the run recorded none. */
export function latencyGrid(
  { series, recording }: Pick<LoadResult, 'series' | 'recording'>,
  stretchLimit: number,
  bandLimit: number,
): LatencyGrid | null {
  const seconds = secondsOf(series);
  const stretchSeconds = roundStretch(seconds / stretchLimit);
  const stretches = Array.from({ length: Math.ceil(seconds / stretchSeconds) }, (): Buckets[] => []);
  for (const { second, cells } of recording === undefined ? [] : decodeRecording(recording))
    stretches[Math.floor(second / stretchSeconds)]?.push(...cells.map(({ histogram }) => histogram));
  const merged = stretches.map((histograms) => mergeHistograms(histograms, 3));
  const whole = fitting(merged, bandLimit);
  if (whole.counts.length === 0) return null;
  const columns = merged.map((stretch) => mergeHistograms([stretch], whole.scale));
  const bands = bucketsOf(whole).map(({ lower, upper }, band) => ({
    lower,
    upper,
    counts: columns.map(({ offset, counts }) => counts[whole.offset + band - offset] ?? 0),
  }));
  return { stretchSeconds, bands: bands.reverse() };
}

/** All of it in the finest scale that needs no more bands than there is room for. */
function fitting(stretches: readonly Buckets[], bandLimit: number): Buckets {
  let whole = mergeHistograms(stretches, 3);
  while (whole.counts.length > bandLimit && whole.scale > coarsest)
    whole = mergeHistograms([whole], whole.scale - 1);
  return whole;
}
