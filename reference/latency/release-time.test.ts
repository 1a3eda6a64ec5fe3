import { releaseTime } from './release-time';

const stalls = [{ atMs: 5_000, forMs: 2_000 }];

it.each([
  ['before the stall', 4_000, 20, 4_020],
  ['caught at work by the stall', 4_990, 20, 7_010],
  ['arrived during the stall', 6_500, 20, 7_020],
  ['after the stall', 7_000, 20, 7_020],
])('an answer %s', (_when, arrivedMs, workMs, releasedMs) => {
  expect(releaseTime(arrivedMs, workMs, stalls)).toBe(releasedMs);
});

it('stalls add up', () => {
  const two = [...stalls, { atMs: 7_010, forMs: 1_000 }];
  expect(releaseTime(6_000, 20, two)).toBe(8_020);
});
