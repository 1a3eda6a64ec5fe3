import { exactHistogram } from '../histogram/exact-histogram';
import { latenessOf } from './lateness';
import { acceptedLateness, latenessLimit } from './lateness-limit';

/** How late each of 400 requests was begun: all of them 30 ms after the start that k6 tells. */
function startedLate(extraMs: (index: number) => number): ReturnType<typeof latenessOf> {
  return latenessOf(
    exactHistogram(
      Array.from({ length: 400 }, (_, index) => 30 + extraMs(index)),
      6,
    ),
  );
}

it('a start that comes late for all is none', () => {
  expect(startedLate(() => 0)).toEqual({ p95: 0, p99: 0 });
});

it('cores that are taken at times show, although k6 uses little of them', () => {
  // One request in ten waits for what others do on the cores.
  const late = startedLate((index) => (index % 10 === 0 ? 40 : 1));
  expect(late?.p95).toBeCloseTo(40, -1);
  expect(late?.p95).toBeGreaterThan(latenessLimit('p95', 50, acceptedLateness({})));
});

it('is unknown without samples, and of too few', () => {
  expect(latenessOf(undefined)).toBeUndefined();
  expect(latenessOf(exactHistogram([1, 2, 3], 6))).toEqual({ p95: null, p99: null });
});

it('as much is accepted as someone says', () => {
  expect(acceptedLateness({ LOAD_LATENESS_LIMIT: '50' })).toBe(50);
  expect(() => acceptedLateness({ LOAD_LATENESS_LIMIT: 'much' })).toThrow(
    'LOAD_LATENESS_LIMIT="much" is not a number of milliseconds from 0 up',
  );
});
