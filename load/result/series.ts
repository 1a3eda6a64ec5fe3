import type { Histogram, SeriesSecond } from '../../schemas/generated/types';
import { mergeAll } from '../histogram/histogram';
import { latencyOf } from '../histogram/latency';
import { packHistogram } from '../histogram/packed';
import type { RecordedSecond } from '../telemetry/recorder';

/** The seconds of a run in order, from the first to the last with requests; those between may be empty. */
export function seriesOf(seconds: ReadonlyMap<number, RecordedSecond>): SeriesSecond[] {
  if (seconds.size === 0) return [];
  const last = Math.max(...seconds.keys());
  return Array.from({ length: last + 1 }, (_, second) =>
    secondOf(second, seconds.get(second) ?? { brands: {}, statuses: {} }),
  );
}

function secondOf(second: number, { brands, statuses }: RecordedSecond): SeriesSecond {
  const all = latencyOf(mergeAll(Object.values(brands)));
  return {
    second,
    requests: all.requests,
    failures: all.requests - (statuses['200'] ?? 0),
    p50: all.p50,
    p95: all.p95,
    p99: all.p99,
    max: all.max,
    brands: Object.fromEntries(
      Object.entries(brands).map(([brand, histogram]) => [brand, brandSecondOf(histogram)]),
    ),
    statuses,
  };
}

function brandSecondOf(histogram: Histogram): SeriesSecond['brands'][string] {
  const { requests, p50, p95 } = latencyOf(histogram);
  return { requests, p50, p95, histogram: packHistogram(histogram) };
}
