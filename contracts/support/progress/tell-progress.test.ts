import { tellProgress } from './tell-progress';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function told(): { lines: string[]; stop: () => void } {
  const lines: string[] = [];
  let requests = 0;
  const describe = (): string => `${(requests += 1)} requests`;
  return { lines, stop: tellProgress(describe, (line) => lines.push(line)) };
}

it('says how far it is every 15 s', () => {
  const { lines } = told();
  jest.advanceTimersByTime(31_000);
  expect(lines).toEqual(['1 requests', '2 requests']);
});

it('says nothing of a run that has ended before', () => {
  const { lines, stop } = told();
  jest.advanceTimersByTime(14_000);
  stop();
  jest.advanceTimersByTime(60_000);
  expect(lines).toEqual([]);
});
