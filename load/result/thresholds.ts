import type { Latency, LatencyByName, ThresholdResult } from '../../schemas/generated/types';
import type { PlannedThreshold } from '../profiles/planned-threshold';
import type { Figures } from './figures';

type JudgedFigures = Pick<Figures, 'latency' | 'brands' | 'statuses'>;

/** Compares a run with its limits. A percentile that cannot be told is not ok. */
export function judgeThresholds(
  thresholds: readonly PlannedThreshold[],
  figures: JudgedFigures,
): ThresholdResult[] {
  return thresholds.map((threshold) => {
    if (threshold.kind === 'failures') {
      return judge({ name: 'failures', unit: 'share', limit: threshold.limitShare }, figures);
    }
    const { brand, percentile, limitMs } = threshold;
    return judge(
      {
        name: `${brand === undefined ? 'all brands' : `brand ${brand}`}, p${percentile}`,
        unit: 'ms',
        limit: limitMs,
        percentile,
        ...(brand === undefined ? {} : { brand: String(brand) }),
      },
      figures,
    );
  });
}

/** Compares one limit with a run's figures; what an earlier comparison observed is left out of account. */
export function judge(
  threshold: Omit<ThresholdResult, 'observed' | 'ok'>,
  figures: JudgedFigures,
): ThresholdResult {
  const observed = threshold.unit === 'share' ? failureShare(figures) : percentileOf(threshold, figures);
  return { ...threshold, observed, ok: observed !== null && observed <= threshold.limit };
}

function percentileOf(
  { brand, percentile }: Pick<ThresholdResult, 'brand' | 'percentile'>,
  figures: JudgedFigures,
): number | null {
  const latency = brand === undefined ? figures.latency : figures.brands[brand];
  return (percentile === 95 ? latency?.p95 : latency?.p99) ?? null;
}

/**
 * The share of requests that failed, 0 to 1: anything other than 200 and 429, which says that the client
 * asks for too much. Null without requests.
 */
export function failureShare({
  latency,
  statuses,
}: {
  readonly latency: Latency;
  readonly statuses: LatencyByName;
}): number | null {
  if (latency.requests === 0) return null;
  const fine = requestsOf(statuses, '200') + requestsOf(statuses, '429');
  return 1 - fine / latency.requests;
}

export function requestsOf(statuses: LatencyByName, status: string): number {
  return statuses[status]?.requests ?? 0;
}
