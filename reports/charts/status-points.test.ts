import { aSeries } from '../fixtures/a-load-result';
import { statusPoints } from './status-points';

const withStatuses = (...seconds: Record<string, number>[]) =>
  aSeries(seconds.length, []).map((second, index) => ({ ...second, statuses: seconds[index] ?? {} }));

it('has a course for each status but 200, the most frequent first', () => {
  const series = withStatuses(
    { '200': 90, '503': 2 },
    { '200': 80, '503': 4, '0': 20 },
    { '200': 9, '503': 6 },
  );
  expect(statusPoints(series, 2)).toEqual([
    { name: 'no answer', perSecond: [10, 0] },
    { name: '503', perSecond: [3, 6] },
  ]);
});

it('adds up what is rarer than the first two of many', () => {
  const series = withStatuses({ '500': 9, '502': 8, '503': 3, '504': 2 });
  expect(statusPoints(series, 1)).toEqual([
    { name: '500', perSecond: [9] },
    { name: '502', perSecond: [8] },
    { name: 'others', perSecond: [5] },
  ]);
});

it('is empty where all was answered with 200', () => {
  expect(statusPoints(withStatuses({ '200': 9 }), 1)).toEqual([]);
});
