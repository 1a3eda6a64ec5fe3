import type { OpenShape } from './shape';

/** When requests are sent. */
export type Arrivals = Pick<OpenShape, 'startRatePerSecond' | 'stages'>;

/** When a number of requests has been sent, in seconds from the start; the end of the run where it never is. */
export function secondsUntil({ startRatePerSecond, stages }: Arrivals, requests: number): number {
  let from = startRatePerSecond;
  let sent = 0;
  let seconds = 0;
  for (const { toRatePerSecond: to, seconds: long } of stages) {
    const inStage = ((from + to) / 2) * long;
    if (sent + inStage >= requests && long > 0) {
      // from·t + (to − from)/(2·long)·t² = what is missing
      const missing = requests - sent;
      const slope = (to - from) / long;
      const root = Math.sqrt(Math.max(0, from * from + 2 * slope * missing));
      return seconds + (slope === 0 ? missing / from : (root - from) / slope);
    }
    sent += inStage;
    seconds += long;
    from = to;
  }
  return seconds;
}

/**
 * When a request is due, in seconds from the start. k6 begins the first when one is owed, not at the start: at 50 a second after
 * 20 ms, and in a slow ramp much later.
 *
 * @param index from 0
 */
export function secondsUntilDue(arrivals: Arrivals, index: number): number {
  return secondsUntil(arrivals, index + 1);
}
