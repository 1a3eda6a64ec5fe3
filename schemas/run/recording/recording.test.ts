import fc from 'fast-check';

import { decodeRecording, encodeRecording, type RecordedCells } from './recording';
import { finestScale, type Cell } from './cell';

const cell: fc.Arbitrary<Cell> = fc
  .record({
    brand: fc.constantFrom('3', '4'),
    bucket: fc.constantFrom('3/301', '4/400-419', ''),
    status: fc.constantFrom('200', '500'),
    scale: fc.integer({ min: -4, max: finestScale }),
    zeroCount: fc.nat(3),
    offset: fc.integer({ min: -200, max: 300 }),
    middle: fc.array(fc.constantFrom(0, 0, 1, 2, 127, 128, 300_000), { maxLength: 20 }),
  })
  .map(({ brand, bucket, status, middle, ...histogram }) => ({
    brand,
    bucket,
    status,
    // A histogram has no empty buckets at its ends.
    histogram: { ...histogram, counts: [1, ...middle, 1] },
  }));

const recorded: fc.Arbitrary<RecordedCells[]> = fc
  .uniqueArray(fc.nat(10_000), { maxLength: 10 })
  .chain((seconds) =>
    fc.tuple(
      ...[...seconds]
        .sort((a, b) => a - b)
        .map((second) => fc.array(cell, { maxLength: 5 }).map((cells) => ({ second, cells }))),
    ),
  );

it('decoding is the inverse of encoding', () => {
  fc.assert(
    fc.property(recorded, (seconds) => {
      expect(decodeRecording(encodeRecording(seconds))).toEqual(seconds);
    }),
  );
});

it('keeps requests that took no time at all', () => {
  const histogram = { scale: 4, zeroCount: 2, offset: 0, counts: [] };
  const seconds = [{ second: 0, cells: [{ brand: '3', bucket: '3/301', status: '0', histogram }] }];
  expect(decodeRecording(encodeRecording(seconds))).toEqual(seconds);
});

it('states the width of its widest bucket', () => {
  const histogram = { scale: 0, zeroCount: 0, offset: 3, counts: [1] };
  const cells = [{ brand: '3', bucket: '3/301', status: '200', histogram }];
  expect(encodeRecording([{ second: 0, cells }]).relativeError).toBe(1);
  expect(encodeRecording([]).relativeError).toBeCloseTo(0.0443, 4);
});

it('says that it is cut off', () => {
  const histogram = { scale: 4, zeroCount: 0, offset: 3, counts: [1, 2, 3] };
  const whole = encodeRecording([
    { second: 0, cells: [{ brand: '3', bucket: '3/301', status: '200', histogram }] },
  ]);
  expect(() => decodeRecording({ ...whole, data: whole.data.slice(0, 4) })).toThrow();
});
