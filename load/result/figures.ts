import type { Latency, LoadResult } from '../../schemas/generated/types';
import { mergeAll, relativeWidth } from '../histogram/histogram';
import { latencyOf } from '../histogram/latency';
import type { Recorded } from '../telemetry/recorder';
import type { Summary } from './summary';

/** The latencies of a whole run, from whichever source there is. */
export type Figures = Pick<
  LoadResult,
  'latency' | 'latencySource' | 'brands' | 'buckets' | 'statuses' | 'latencyResolution'
>;

/**
 * k6's own summary is exact, and is taken where there is one. A run that was killed has none, nor has one
 * that must not keep every sample: their figures come from the histograms.
 */
export function figuresOf(summary: Summary | undefined, recorded: Recorded): Figures {
  const { brands, buckets, statuses } = figuresOfHistograms(recorded);
  if (summary === undefined) return figuresOfHistograms(recorded);
  return {
    latency: summary.overall,
    latencySource: 'samples',
    // The summary wins; the histograms also know statuses that nobody expected.
    brands: { ...brands, ...summary.brands },
    buckets: { ...buckets, ...summary.buckets },
    statuses: { ...statuses, ...summary.statuses },
    latencyResolution: 'exact',
  };
}

export function figuresOfHistograms({
  brands,
  buckets,
  statuses,
}: Pick<Recorded, 'brands' | 'buckets' | 'statuses'>): Figures {
  const all = mergeAll(Object.values(brands));
  return {
    latency: latencyOf(all),
    latencySource: 'histograms',
    brands: latencies(brands),
    buckets: latencies(buckets),
    statuses: latencies(statuses),
    latencyResolution: all === undefined ? 'exact' : relativeWidth(all.scale),
  };
}

function latencies(histograms: Recorded['brands']): Record<string, Latency> {
  return Object.fromEntries(
    Object.entries(histograms).map(([name, histogram]) => [name, latencyOf(histogram)]),
  );
}
