import type { Histogram, SeriesSecond } from '../../schemas/generated/types';
import type { Cell } from '../../schemas/run/recording/cell';
import { mergeAll, sampleCount } from '../histogram/histogram';
import { histogramsBy } from '../histogram/histograms-by';
import { latencyOf } from '../histogram/latency';
import type { RecordedSeconds } from '../telemetry/recorded-seconds';

/** The seconds of a run in order, from the first to the last with requests; those between may be empty. */
export function seriesOf(seconds: RecordedSeconds): SeriesSecond[] {
  return Array.from({ length: seconds.last() + 1 }, (_, second) => {
    const { cells = [], maxMs = 0 } = seconds.at(second) ?? {};
    return secondOf(second, cells, maxMs);
  });
}

function secondOf(second: number, cells: readonly Cell[], maxMs: number): SeriesSecond {
  const brands = histogramsBy('brand', cells, maxMs);
  const statuses = histogramsBy('status', cells, maxMs);
  const counts = new Map([...statuses].map(([status, histogram]) => [status, sampleCount(histogram)]));
  const all = latencyOf(mergeAll(brands.values()));
  return {
    second,
    requests: all.requests,
    failures: all.requests - (counts.get('200') ?? 0) - (counts.get('429') ?? 0),
    p50: all.p50,
    p95: all.p95,
    p99: all.p99,
    max: all.max,
    brands: Object.fromEntries([...brands].map(([brand, histogram]) => [brand, brandSecondOf(histogram)])),
    statuses: Object.fromEntries(counts),
  };
}

function brandSecondOf(histogram: Histogram): SeriesSecond['brands'][string] {
  const { requests, p50, p95 } = latencyOf(histogram);
  return { requests, p50, p95 };
}
