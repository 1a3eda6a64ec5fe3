import { describeAnomaly } from './describe-anomaly';
import { findAnomaly } from './find-anomaly';
import type { Operation } from './history';

const unanswered = Infinity;

function write(value: string, startedAtMs: number, endedAtMs: number): Operation {
  return { kind: 'write', value, startedAtMs, endedAtMs };
}

function read(value: string, startedAtMs: number, endedAtMs: number): Operation {
  return { kind: 'read', value, startedAtMs, endedAtMs };
}

/** What is wrong with operations on a register that began with "zero"; undefined: nothing. */
function wrongWith(...operations: Operation[]): string | undefined {
  const anomaly = findAnomaly({ initial: 'zero', operations });
  return anomaly === undefined ? undefined : describeAnomaly(anomaly, 0);
}

describe('linearizable', () => {
  it.each<[string, Operation[]]>([
    ['an empty history', []],
    ['reads of the initial value', [read('zero', 0, 1), read('zero', 2, 3)]],
    ['a read after a write', [write('A', 0, 1), read('A', 2, 3)]],
    ['a read of either value during a write', [write('A', 0, 9), read('zero', 1, 2), read('A', 3, 4)]],
    ['a read that sees a write before it is answered', [write('A', 0, 9), read('A', 1, 2)]],
    ['overlapping writes in either order', [write('A', 0, 5), write('B', 1, 6), read('A', 7, 8)]],
    [
      'a read of the older value that overlaps the newer write',
      [write('A', 0, 1), write('B', 2, 9), read('A', 3, 4), read('B', 5, 6)],
    ],
    [
      'a write that nobody sees, overwritten by another',
      [write('A', 0, 5), write('B', 3, 6), read('B', 7, 8)],
    ],
    ['an unanswered write that is never seen', [write('A', 0, unanswered), read('zero', 5, 6)]],
    [
      'an unanswered write that is seen late',
      [write('A', 0, unanswered), write('B', 1, 2), read('B', 3, 4), read('A', 5, 6)],
    ],
    ['a read that begins as a write ends', [write('A', 0, 1), read('zero', 1, 2)]],
    ['operations in any order', [read('A', 2, 3), write('A', 0, 1)]],
  ])('%s', (_name, operations) => {
    expect(wrongWith(...operations)).toBeUndefined();
  });
});

describe('not linearizable', () => {
  it.each<[string, Operation[], string]>([
    [
      'a lost write',
      [write('A', 0, 1), read('zero', 2, 3)],
      'a read (2.0 to 3.0 ms) saw zero, the value before all writes, although the write of A (0.0 to 1.0 ms) had ended',
    ],
    [
      'a stale read',
      [write('A', 0, 1), write('B', 2, 3), read('A', 4, 5)],
      'a read (4.0 to 5.0 ms) saw A, although the write of B (2.0 to 3.0 ms) had ended, and had begun after the end of the write of A (0.0 to 1.0 ms)',
    ],
    [
      'two reads during a write, new and then old',
      [write('A', 0, 9), read('A', 1, 2), read('zero', 3, 4)],
      'a read (3.0 to 4.0 ms) saw zero, the value before all writes, although a read of A (1.0 to 2.0 ms) had ended',
    ],
    [
      'two overlapping writes that are seen in turns',
      [write('A', 0, 1), write('B', 0, 1), read('A', 2, 3), read('B', 4, 5), read('A', 6, 7)],
      'a read (4.0 to 5.0 ms) saw B, although the write of A (0.0 to 1.0 ms) had ended, and a read of A (2.0 to 3.0 ms) had begun after the end of the write of B (0.0 to 1.0 ms)',
    ],
    [
      'a read from the future',
      [read('A', 0, 1), write('A', 2, 3)],
      'a read (0.0 to 1.0 ms) saw A, which was written only later (2.0 to 3.0 ms)',
    ],
    [
      'a read before an unanswered write',
      [read('A', 0, 1), write('A', 2, unanswered)],
      'a read (0.0 to 1.0 ms) saw A, which was written only later (from 2.0 ms, unanswered)',
    ],
    [
      'an unanswered write that comes and goes',
      [write('A', 0, unanswered), read('A', 1, 2), read('zero', 3, 4)],
      'a read (3.0 to 4.0 ms) saw zero, the value before all writes, although a read of A (1.0 to 2.0 ms) had ended',
    ],
    ['a value that nobody wrote', [read('X', 0, 1)], 'a read (0.0 to 1.0 ms) saw X, which nobody wrote'],
  ])('%s', (_name, operations, witness) => {
    expect(wrongWith(...operations)).toBe(witness);
  });
});

it('names the earliest read of several', () => {
  const operations = [write('A', 0, 1), read('zero', 6, 7), read('zero', 2, 3), read('zero', 4, 5)];
  expect(findAnomaly({ initial: 'zero', operations })?.read).toBe(operations[2]);
});

it('checks a thousand operations in no time', () => {
  const operations = Array.from({ length: 500 }, (_, index) => [
    write(`v${index}`, 4 * index, 4 * index + 6),
    read(`v${index}`, 4 * index + 2, 4 * index + 4),
  ]).flat();
  const startedMs = performance.now();
  expect(wrongWith(...operations)).toBeUndefined();
  expect(performance.now() - startedMs).toBeLessThan(1_000);
});

it('refuses writes that are not unique', () => {
  expect(() => wrongWith(write('A', 0, 1), write('A', 2, 3))).toThrow('the value A is written twice');
  expect(() => wrongWith(write('zero', 0, 1))).toThrow(
    'the value zero is written twice, or is the initial one',
  );
});
