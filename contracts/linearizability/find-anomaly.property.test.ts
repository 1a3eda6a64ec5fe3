import fc from 'fast-check';

import { findAnomaly } from './find-anomaly';
import type { History, Operation } from './history';

/**
 * The definition, tried out: some operation that no other had to end before is the first, and the rest follows.
 * An unanswered write may also stay without effect.
 */
function isLinearizable(value: string, rest: readonly Operation[]): boolean {
  if (rest.every(({ endedAtMs }) => endedAtMs === Infinity)) return true;
  const firsts = rest.filter((one) => rest.every(({ endedAtMs }) => endedAtMs >= one.startedAtMs));
  return firsts.some((first) => {
    if (first.kind === 'read' && first.value !== value) return false;
    return isLinearizable(
      first.value,
      rest.filter((one) => one !== first),
    );
  });
}

const times = fc.tuple(fc.nat(12), fc.nat(6));

/** Up to four writes and five reads, crowded into a short time: about half are linearizable. */
const histories: fc.Arbitrary<History> = fc
  .record({
    writes: fc.array(fc.tuple(times, fc.boolean()), { maxLength: 4 }),
    reads: fc.array(fc.tuple(times, fc.nat(5)), { maxLength: 5 }),
  })
  .map(({ writes, reads }) => ({
    initial: 'v0',
    operations: [
      ...writes.map(([[start, length], answered], index): Operation => ({
        kind: 'write',
        value: `v${index + 1}`,
        startedAtMs: start,
        endedAtMs: answered ? start + length : Infinity,
      })),
      ...reads.map(([[start, length], value]): Operation => ({
        kind: 'read',
        // Mostly values that are written, so that not every history fails by one that is not.
        value: `v${value % (writes.length + 1)}`,
        startedAtMs: start,
        endedAtMs: start + length,
      })),
    ],
  }));

it('agrees with the definition', () => {
  const seen = { linearizable: 0, not: 0 };
  fc.assert(
    fc.property(histories, (history) => {
      const expected = isLinearizable(history.initial, history.operations);
      seen[expected ? 'linearizable' : 'not'] += 1;
      expect(findAnomaly(history) === undefined).toBe(expected);
    }),
    { numRuns: 3_000, seed: 17 },
  );
  // Neither answer would be right often by itself.
  expect(Math.min(seen.linearizable, seen.not)).toBeGreaterThan(600);
});

it('puts the witness together from operations that contradict each other alone', () => {
  fc.assert(
    fc.property(histories, (history) => {
      const anomaly = findAnomaly(history);
      if (anomaly?.kind !== 'overwritten-value') return;
      const { read, newer, newerStill, older } = anomaly;
      const values = new Set([read.value, newer.value]);
      const witnesses = history.operations.filter(
        (one) =>
          [read, newer, newerStill, older].includes(one) || (one.kind === 'write' && values.has(one.value)),
      );
      expect(isLinearizable(history.initial, witnesses)).toBe(false);
    }),
    { seed: 17 },
  );
});
