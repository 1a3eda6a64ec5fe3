import type { HistogramAccuracy } from '../../schemas/generated/types';
import { finestScale } from '../../schemas/run/recording/cell';
import { relativeWidth } from '../histogram/histogram';
import type { Recorded } from '../telemetry/recorder';

/** How exact the histograms of a run are: as exact as the widest of them. */
export function histogramAccuracy({
  brands,
  buckets,
  statuses,
  seconds,
}: Pick<Recorded, 'brands' | 'buckets' | 'statuses' | 'seconds'>): HistogramAccuracy {
  const all = [brands, buckets, statuses].flatMap((each) => Object.values(each));
  const widest = all.reduce((scale, histogram) => Math.min(scale, histogram.scale), finestOfK6);
  return {
    relativeError: relativeWidth(widest),
    perSecondRelativeError: relativeWidth(Math.min(finestScale, seconds.coarsestScale)),
  };
}

/** A single sample has buckets this fine. */
const finestOfK6 = 20;
