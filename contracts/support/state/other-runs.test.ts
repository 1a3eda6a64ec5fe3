import { createHash } from 'node:crypto';

import { looksDrawn } from '../looks-drawn';
import { OtherRuns } from './other-runs';

/** Instants as a run draws them, in the form that APIs answer with. */
function drawn(count: number): string[] {
  const found: string[] = [];
  for (let second = Date.UTC(2016, 4, 1) / 1_000; found.length < count; second += 86_399) {
    const epochMs = [...Array(1_000).keys()].map((ms) => second * 1_000 + ms).find(looksDrawn);
    if (epochMs !== undefined) found.push(new Date(epochMs).toISOString().replace('Z', '000Z'));
  }
  return found;
}

function noticed(sent: readonly string[], shown: readonly string[]): number {
  let notices = 0;
  const runs = new OtherRuns(() => {
    notices += 1;
  });
  const request = { method: 'PATCH', url: 'http://127.0.0.1/chat/chatrooms/301', headers: {} } as const;
  for (const value of sent) {
    runs.noteSent({ ...request, body: JSON.stringify({ established_dialogue: value }) });
  }
  for (const value of shown) runs.noteShown(value);
  return notices;
}

const [first = '', second = '', third = ''] = drawn(3);

test('two values that this run did not send, and that a run draws, are another run: said once', () => {
  expect(noticed([], [first, second, third])).toBe(1);
});

test('one may be chance, however often it shows', () => {
  expect(noticed([], [first, first])).toBe(0);
});

test('values of this run are its own in every form', () => {
  const withOffset = second.replace('000Z', '+00:00');
  expect(noticed([new Date(first).toISOString(), withOffset], [first, second, third])).toBe(0);
});

test('hardly any value of others looks drawn', () => {
  const others = [...Array(20_000).keys()].filter((index) =>
    looksDrawn(createHash('sha256').update(String(index)).digest().readUIntBE(0, 6) % 2_000_000_000_000),
  );
  expect(others.length).toBeLessThan(60);
});

test('a value without a fraction, or that is no instant, is nobody’s', () => {
  expect(noticed([], ['2016-05-01T00:00:00Z', '2016-05-02T00:00:00Z', 'soon', 'later'])).toBe(0);
});
