import { withProgress } from './with-progress';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test('says a line every 15 s where lines cannot be rewritten', async () => {
  const lines: string[] = [];
  await withProgress(
    { say: (line) => lines.push(line) },
    (seconds) => `${seconds} s`,
    () => jest.advanceTimersByTimeAsync(31_000),
  );
  expect(lines).toEqual(['15 s', '30 s']);
});

test('rewrites the line every second on a terminal', async () => {
  const lines: string[] = [];
  const rewritten: string[] = [];
  await withProgress(
    { say: (line) => lines.push(line), rewrite: (line) => rewritten.push(line) },
    (seconds) => `${seconds} s`,
    () => jest.advanceTimersByTimeAsync(3_000),
  );
  expect({ lines, rewritten }).toEqual({ lines: [], rewritten: ['1 s', '2 s', '3 s'] });
});

test('falls silent when the work fails', async () => {
  const work = withProgress({ say: jest.fn() }, String, () => Promise.reject(new Error('no')));
  await expect(work).rejects.toThrow('no');
  expect(jest.getTimerCount()).toBe(0);
});
