import type { Exchange } from '../../../contracts/support/exchange/exchange';
import type { Violation } from '../../../schemas/generated/types';
import { isShownAlone, judgeReplay } from './judge-replay';

const aViolation = (obligation: string, cause: string, documented = 'string'): Violation => ({
  obligation,
  cause,
  message: 'broken',
  received: 'something else',
  documented,
  count: 1,
  waived: false,
  exchange: {
    request: { method: 'PATCH', url: 'http://a/chat/chatrooms/8', headers: {}, body: null },
    response: null,
    curl: 'curl',
  },
});

function anAnswer(status: number, text: string): Exchange {
  const request = { method: 'PATCH', url: 'http://a/chat/chatrooms/8', headers: {}, body: '{}' } as const;
  const headers = { 'content-type': 'application/json' };
  return { request, response: { status, headers, text, bytes: text.length, durationMs: 1, receivedAtMs: 0 } };
}

it.each([
  ['401/body/message', 'missing', true],
  ['200/body/id_chatroom/requested', 'other-id', true],
  ['any/answer/stack-trace', 'shown', true],
  ['404/chatroom/unknown', 'status-500', true],
  ['422/body/established_dialogue/number', 'status-200', true],
  ['422/body/established_dialogue/number', 'errors', false],
  ['422/header/X-Popsell-Brand/missing', 'errors', false],
  ['404/state/unchanged', 'changed', false],
  ['200/value/stored', 'stored', false],
  ['200/concurrency/own-answer', 'status-500', false],
])('%s, broken by %s, is shown by one exchange: %p', (obligation, cause, expected) => {
  expect(isShownAlone(aViolation(obligation, cause))).toBe(expected);
});

it.each([
  ['fails', 401, '{}'],
  ['passes', 401, '{"message":"Unauthorized."}'],
  ['unseen', 500, '{}'],
])('a missing property %s with a %d of %s', (outcome, status, text) => {
  expect(judgeReplay(aViolation('401/body/message', 'missing'), anAnswer(status, text), [])).toBe(outcome);
});

it.each([
  ['passes', 404],
  ['passes', 422],
  ['fails', 200],
  ['unseen', 429],
])('a wrong status %s with a %d', (outcome, status) => {
  const violation = aViolation('404/id/text', 'status-500', 'status 404 or 422');
  expect(judgeReplay(violation, anAnswer(status, '{}'), [])).toBe(outcome);
});
