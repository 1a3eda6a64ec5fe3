import type { Change } from './behaviour';

/** How long an answer waits, in milliseconds: always the same, or by the request's X-Popsell-Brand. */
export type LatencyMs = number | ((brand: string) => number);

/** Holds every answer back: what a slower API would look like. */
export function delayed(latencyMs: LatencyMs): Change {
  const waitMs = (brand: unknown): number =>
    typeof latencyMs === 'number' ? latencyMs : latencyMs(typeof brand === 'string' ? brand : '');
  return ({ deliver }) => ({
    deliver: (answer, reply, call) => {
      const timer = setTimeout(() => {
        deliver(answer, reply, call);
      }, waitMs(call.headers['x-popsell-brand']));
      // A client that has gone away must not keep the process alive.
      timer.unref();
    },
  });
}
