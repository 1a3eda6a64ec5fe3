import { Limits } from './limits';

const request = (body: string) => ({ method: 'PATCH', url: 'http://127.0.0.1', headers: {}, body }) as const;
const [read, write] = [request('{}'), request('{"established_dialogue":true}')];

test('a kind of request is known as answered once it got one of its statuses', () => {
  const limits = new Limits();
  expect(limits.wasAnswered(write, [404, 422])).toBe(false);
  limits.noteAnswer(write, 422);
  expect(limits.wasAnswered(write, [404, 422])).toBe(true);
  expect(limits.wasAnswered(write, [401])).toBe(false);
});

test('an answered read says nothing of a write', () => {
  const limits = new Limits();
  limits.noteAnswer(read, 200);
  expect(limits.wasAnswered(write, [200])).toBe(false);
});

test('what was given up is not waited for again, and other kinds are', () => {
  const limits = new Limits();
  expect(limits.retries(write, [401])).toBe(5);
  limits.giveUp(write, [401]);
  expect(limits.retries(write, [401])).toBe(0);
  expect(limits.retries(write, [401, 403])).toBe(5);
  expect(limits.retries(read, [401])).toBe(5);
  expect(limits.retries(write, [])).toBe(5);
});
