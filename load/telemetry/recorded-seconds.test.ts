import type { Cell } from '../../schemas/run/recording/cell';
import { exactHistogram } from '../histogram/exact-histogram';
import { RecordedSeconds } from './recorded-seconds';

function aCell(samples: readonly number[], names: Partial<Cell> = {}): Cell {
  return { brand: '3', bucket: '3/301', status: '200', ...names, histogram: exactHistogram(samples, 6) };
}

it('merges what comes of a second later, as if it had come at once', () => {
  const apart = new RecordedSeconds();
  apart.add(7, [aCell([1, 2]), aCell([9], { status: '500' })], 9);
  apart.add(7, [aCell([300])], 300);
  const atOnce = new RecordedSeconds();
  atOnce.add(7, [aCell([1, 2, 300]), aCell([9], { status: '500' })], 300);
  expect(apart.at(7)).toEqual(atOnce.at(7));
  expect(apart.at(7)?.maxMs).toBe(300);
});

it('is in order, whenever a second came', () => {
  const seconds = new RecordedSeconds();
  for (const second of [5, 0, 3]) seconds.add(second, [aCell([1])], 1);
  expect([...seconds].map(({ second }) => second)).toEqual([0, 3, 5]);
  expect(seconds.last()).toBe(5);
  expect(seconds.at(4)).toBeUndefined();
});
