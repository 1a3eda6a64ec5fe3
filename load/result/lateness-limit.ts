import type { Lateness, Latency, ThresholdResult } from '../../schemas/generated/types';

/** What a machine that has time for its generator stays well below. */
const usualMs = 10;
/** More than this of a percentile may not be the generator's own delay. */
const shareOfLatency = 0.1;

/** Delays that are no reason, in ms, from LOAD_LATENESS_LIMIT. Throws an Error that names the accepted form. */
export function acceptedLateness(environment: Readonly<Record<string, string | undefined>>): number {
  const text = environment['LOAD_LATENESS_LIMIT'] ?? '';
  const limitMs = text === '' ? usualMs : Number(text);
  if (!Number.isFinite(limitMs) || limitMs < 0) {
    throw new Error(`LOAD_LATENESS_LIMIT="${text}" is not a number of milliseconds from 0 up`);
  }
  return limitMs;
}

/**
 * How late a share of the requests may be begun, in ms. Measured with other programs on the cores: the same share of the answers
 * then took 1 to 1.9 times that longer than the server did, since a generator that begins late reads late, too.
 *
 * @param latencyMs the percentile of that share
 */
export function latenessLimit(
  percentile: 'p95' | 'p99',
  latencyMs: number | null,
  acceptedMs: number,
): number {
  const accepted = percentile === 'p95' ? acceptedMs : acceptedMs * rareFactor;
  return Math.max(accepted, shareOfLatency * (latencyMs ?? 0));
}

/** One request in a hundred is late on any machine, by some more than one in twenty. */
const rareFactor = 2.5;

/** Later than this is never believed, in ms, unless somebody accepts more. */
const neverBelievedMs = 100;
/** What one request in a hundred was late was up to this many times in its latency. */
const delayFactor = 2;

/** How late the requests were begun that were later than is accepted; undefined: none were. */
export function tooLate(
  lateness: Lateness | undefined,
  latency: Pick<Latency, 'p95' | 'p99'>,
  acceptedMs: number,
): { readonly percentile: 'p95' | 'p99'; readonly ms: number; readonly isHopeless: boolean } | undefined {
  for (const percentile of ['p95', 'p99'] as const) {
    const ms = lateness?.[percentile] ?? 0;
    if (ms <= latenessLimit(percentile, latency[percentile], acceptedMs)) continue;
    const isHopeless =
      ms > latenessLimit(percentile, latency[percentile], Math.max(acceptedMs, neverBelievedMs));
    return { percentile, ms, isHopeless };
  }
  return undefined;
}

/** Limits that were crossed, and would perhaps not have been by a generator that had its cores for itself. */
export function doubtfulThresholds(
  thresholds: readonly ThresholdResult[],
  lateness: Lateness | undefined,
): string[] {
  const delayMs = delayFactor * Math.max(lateness?.p95 ?? 0, lateness?.p99 ?? 0);
  return thresholds.flatMap(({ name, unit, ok, observed, limit }) =>
    unit === 'ms' && !ok && observed !== null && observed - delayMs <= limit ? [name] : [],
  );
}
