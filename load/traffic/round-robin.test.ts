import fc from 'fast-check';

import { roundRobin } from './round-robin';

/** The times at which clients send whose answers take as long as the generator says. */
function sendTimes(clients: number, roundMs: number, answersMs: readonly number[]): number[] {
  return Array.from({ length: clients }, (_, index) => {
    const waitMs = roundRobin(index + 1, clients, roundMs);
    let now = 0;
    return answersMs.map((answerMs, at) => {
      now += waitMs(now);
      const sent = now;
      now += answerMs * ((at + index) % 3);
      return sent;
    });
  })
    .flat()
    .sort((a, b) => a - b);
}

it('no two requests are closer than the limit allows, however long answers take', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 10_000 }),
      fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 20 }),
      (clients, roundMs, answersMs) => {
        const times = sendTimes(clients, roundMs, answersMs);
        const gaps = times.slice(1).map((time, index) => time - (times[index] ?? 0));
        expect(Math.min(Infinity, ...gaps)).toBeGreaterThanOrEqual(roundMs / clients - 1e-6);
      },
    ),
  );
});

it('fast answers reach the limit', () => {
  expect(sendTimes(4, 1_000, [1, 1, 1]).at(-1)).toBe(2_750);
});

it('without a limit nobody waits', () => {
  expect(sendTimes(3, 0, [0, 0])).toEqual([0, 0, 0, 0, 0, 0]);
});
