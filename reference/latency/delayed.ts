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
    let firstArrival: number | undefined;
    return {
      deliver: (answer, reply, call) => {
        const now = performance.now();
        firstArrival ??= now;
        const arrived = now - firstArrival;
        const brand = brandOf(call);
        const drawnMs = (distributions.get(brand) ?? everyBrand)?.(random) ?? 0;
        const waitMs = releaseTime(arrived, drawnMs, stalls) - arrived;
        if (log !== undefined) {
          const arrivedMs = performance.timeOrigin + now;
          follow(reply, now, log.begin({ arrivedMs, brand, status: answer.status, drawnMs }));
        }
        if (waitMs <= 0) {
          deliver(answer, reply, call);
          return;
        }
        const timer = setTimeout(() => {
          deliver(answer, reply, call);
        }, waitMs);
        // A client that has gone away must not keep the process alive.
        timer.unref();
      },
    };
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
