import type { FastifyReply } from 'fastify';

import type { Call } from '../call';
import type { Change } from '../behaviour';
import type { LatencyLog } from './latency-log';
import type { Latency } from './parse-latency';
import { seededRandom } from './random';
import { releaseTime } from './release-time';

/** Holds answers back: what a slower API would look like. A log gets what was done. */
export function delayed({ distributions, stalls }: Latency, seed = 1, log?: LatencyLog): Change {
  const everyBrand = distributions.get('');
  return ({ deliver }) => {
    const random = seededRandom(seed);
    const clock = stallClock(stalls);
    return {
      deliver: (answer, reply, call) => {
        // Read once: a process that stands still between two readings would seem to hold the answer for less.
        const now = performance.now();
        const arrived = clock.arrive(now);
        const brand = brandOf(call);
        const drawnMs = (distributions.get(brand) ?? everyBrand)?.(random) ?? 0;
        if (log !== undefined) {
          const arrivedMs = performance.timeOrigin + now;
          follow(reply, now, log.begin({ arrivedMs, brand, status: answer.status, drawnMs }));
        }
        const deliverWhenDue = (): void => {
          const waitMs = clock.left(arrived, drawnMs);
          if (waitMs < timerMs) {
            deliver(answer, reply, call);
            return;
          }
          // A client that has gone away must not keep the process alive. A stall may begin in the meantime.
          setTimeout(deliverWhenDue, waitMs).unref();
        };
        deliverWhenDue();
      },
    };
  };
}

/** Timers count whole milliseconds, and may fire a little early. */
const timerMs = 1;

interface StallClock {
  /** Counts a request that came now, and returns when that was, in ms since the first. */
  arrive(nowMs: number): number;
  /** How long an answer must still wait that takes `workMs` of a server that stands still at times. */
  left(arrived: number, workMs: number): number;
}

function stallClock(stalls: Latency['stalls']): StallClock {
  const known = stalls.filter((stall) => 'atMs' in stall);
  let requests = 0;
  let first = 0;
  return {
    arrive: (nowMs) => {
      if (requests === 0) first = nowMs;
      const now = nowMs - first;
      for (const stall of stalls) {
        if ('atMs' in stall || stall.afterRequests !== requests) continue;
        known.push({ atMs: now, forMs: stall.forMs });
      }
      requests += 1;
      return now;
    },
    left: (arrived, workMs) => releaseTime(arrived, workMs, known) + first - performance.now(),
  };
}

function brandOf({ headers }: Call): string {
  const brand = headers['x-popsell-brand'];
  return typeof brand === 'string' ? brand : '';
}

/** Tells how long an answer took to leave; null where its client did not wait. */
function follow({ raw }: FastifyReply, since: number, told: (heldMs: number | null) => void): void {
  let heldMs: number | null = null;
  raw.once('finish', () => {
    heldMs = performance.now() - since;
  });
  raw.once('close', () => {
    told(heldMs);
  });
}
