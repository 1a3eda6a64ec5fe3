import { Limits } from './limits';

const request = (body: string) => ({ method: 'PATCH', url: 'http://127.0.0.1', headers: {}, body }) as const;
const [read, write] = [request('{}'), request('{"established_dialogue":true}')];
const owed = (obligation: string, ...statuses: number[]) => ({ obligation, statuses });

test('a kind of request is known as answered once it got one of its statuses', () => {
  const limits = new Limits();
  const byId = owed('404/id/text', 404, 422);
  expect(limits.wasAnswered(write, byId)).toBe(false);
  limits.noteAnswer(write, 404, byId);
  expect(limits.wasAnswered(write, byId)).toBe(true);
  expect(limits.wasAnswered(write, owed('401/token/missing', 401))).toBe(false);
});

test('an answered read says nothing of a write', () => {
  const limits = new Limits();
  limits.noteAnswer(read, 200, owed('200/status', 200));
  expect(limits.wasAnswered(write, owed('200/status', 200))).toBe(false);
});

test('a 422 for a header says nothing of one for the body, and a wrong token is like another', () => {
  const limits = new Limits();
  limits.noteAnswer(write, 422, owed('422/header/X-Popsell-Brand/text', 422));
  expect(limits.wasAnswered(write, owed('422/body/established_dialogue/text', 422))).toBe(false);
  expect(limits.wasAnswered(write, owed('422/header/X-Popsell-Brand/empty', 422))).toBe(true);
  limits.noteAnswer(write, 401, owed('401/token/missing', 401));
  expect(limits.wasAnswered(write, owed('401/before/body', 401))).toBe(true);
});

test('what was given up is not waited for again, and other kinds are', () => {
  const limits = new Limits();
  const unknown = owed('401/token/unknown', 401);
  expect(limits.retries(write, unknown)).toBe(5);
  limits.giveUp(write, unknown);
  expect(limits.retries(write, unknown)).toBe(0);
  expect(limits.retries(write, owed('any/order/all', 401, 403))).toBe(5);
  expect(limits.retries(read, unknown)).toBe(5);
  expect(limits.retries(write, owed('any/answer/status'))).toBe(5);
});
