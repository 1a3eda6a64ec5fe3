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
