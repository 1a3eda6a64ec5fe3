import type { LoadResult } from '../../schemas/generated/types';
import { decodeRecording } from '../../schemas/run/recording/recording';
import { mergeHistograms, type Buckets } from './merge-histograms';
import { samplesNeeded } from './percentile-of';
import { roundStretch } from './round-stretch';
import { secondsOf } from './seconds-of';

/** A run shows its course in at least so many stretches, or not at all. */
const fewestStretches = 4;

/** Requests of a run, gathered into stretches of time. */
export interface RecordedStretches {
  readonly stretchSeconds: number;
  readonly all: readonly Buckets[];
  /** Each brand's, in the order of their names. */
  readonly brands: readonly { readonly name: string; readonly stretches: readonly Buckets[] }[];
}

type Recorded = Pick<LoadResult, 'series' | 'recording' | 'requests'>;

/**
 * The histograms of stretches that hold enough requests for a p95: of all, or of each of so many parts.
 * Null where the run recorded none, or is too short for it.
 */
export function recordedStretches(
  { series, recording, requests }: Recorded,
  limit: number,
  parts = 1,
): RecordedStretches | null {
  const seconds = secondsOf(series);
  if (recording === undefined || seconds === 0 || requests === 0) return null;
  // A quarter more, since arrivals are not even.
  const wantedSeconds = (samplesNeeded.p95 * 1.25 * parts * seconds) / requests;
  const leastSeconds = Math.max(seconds / limit, wantedSeconds);
  // Short runs cannot spare what rounding to 5 seconds loses.
  const stretchSeconds = leastSeconds < 5 ? Math.ceil(leastSeconds) : roundStretch(leastSeconds);
  if (stretchSeconds * fewestStretches > seconds) return null;
  const count = Math.ceil(seconds / stretchSeconds);
  const cells = new Map<string, Buckets[][]>();
  for (const { second, cells: recorded } of decodeRecording(recording)) {
    for (const { brand, histogram } of recorded) {
      const own = cells.get(brand) ?? Array.from({ length: count }, (): Buckets[] => []);
      own[Math.floor(second / stretchSeconds)]?.push(histogram);
      cells.set(brand, own);
    }
  }
  const brands = [...cells]
    .sort(([one], [other]) => one.localeCompare(other, 'en', { numeric: true }))
    .map(([name, own]) => ({ name, stretches: own.map((histograms) => mergeHistograms(histograms)) }));
  const all = Array.from({ length: count }, (_, index) =>
    mergeHistograms(brands.flatMap(({ stretches }) => stretches[index] ?? [])),
  );
  return { stretchSeconds, all, brands };
}
