import { k6FailureOf } from './k6-failure';

const exit = { exitCode: 0, startError: undefined, cpu: [] };

it.each([0, 99])('%p is a sound end', (exitCode) => {
  expect(k6FailureOf({ ...exit, exitCode }, 'thresholds have been crossed')).toBeUndefined();
});

it("repeats k6's own words", () => {
  expect(k6FailureOf({ ...exit, exitCode: 107 }, 'POPSELL_TOKEN is not set')).toBe(
    'k6 ended with exit code 107: POPSELL_TOKEN is not set',
  );
});

it('tells a kill and a failed start', () => {
  expect(k6FailureOf({ ...exit, exitCode: null }, undefined)).toBe('k6 was killed.');
  expect(k6FailureOf({ ...exit, exitCode: null, startError: 'ENOENT' }, undefined)).toBe(
    'k6 could not be started: ENOENT.',
  );
});

it('tells that it took too much memory', () => {
  expect(k6FailureOf({ ...exit, exitCode: null, exceededBytes: 3 * 2 ** 30 }, undefined)).toMatch(
    /^k6 was stopped because it took 3072 MiB/,
  );
});
