import { anExchange, aViolation } from '../fixtures/a-contract-result';
import { commonAnswer } from './common-answer';

/** As many violations as there are statuses; 0 stands for no answer. */
const violationsOf = (...statuses: readonly number[]) =>
  statuses.map((status) =>
    aViolation({
      exchange: status === 0 ? { ...anExchange(), response: null, error: 'reset' } : anExchange({ status }),
    }),
  );

it.each([
  ['the status that most got', '3 of 5 violations got a 503', [503, 422, 503, 500, 503]],
  ['no answer', '3 of 4 violations got no answer', [0, 0, 200, 0]],
  ['one status alone', 'All 3 violations got a 500', [500, 500, 500]],
])('names %s', (_, sentence, statuses) => {
  expect(commonAnswer(violationsOf(...statuses))).toBe(sentence);
});

it.each([
  ['few', [503, 503]],
  ['a small share', [500, 500, 500, 200, 200, 200, 200, 200, 200, 200]],
  ['answers that are documented', [200, 200, 200, 422]],
  ['no violations', []],
])('says nothing of %s', (_, statuses) => {
  expect(commonAnswer(violationsOf(...statuses))).toBeNull();
});
