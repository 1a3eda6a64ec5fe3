import { parsePlace } from './parse-place';

test.each([
  ['reports/runs/RUN#1', 'reports/runs/RUN', 1],
  ['reports/runs/RUN/#12', 'reports/runs/RUN/', 12],
  ['RUN/index.html#violation-3', 'RUN/index.html', 3],
  ['run#2/contract.json#4', 'run#2/contract.json', 4],
  ['file:///tmp/a%20run/index.html#violation-1', '/tmp/a run/index.html', 1],
])('%s', (place, path, number) => {
  expect(parsePlace(place)).toEqual({ path, number });
});

test.each([
  ['reports/runs/RUN', 'accepted: RUN_DIR#N'],
  ['#1', 'accepted: RUN_DIR#N'],
  ['RUN#0', 'accepted: RUN_DIR#N'],
  ['RUN/index.html#obligation-422.body', 'accepted: RUN_DIR#N'],
  ['RUN/index.html#load-violation-1', 'accepted: RUN_DIR#N'],
  ['https://ci.example.org/run/index.html#violation-1', 'download it first'],
  ['file://elsewhere/run#1', 'accepted: RUN_DIR#N'],
])('refuses %s', (place, says) => {
  expect(() => parsePlace(place)).toThrow(says);
});
