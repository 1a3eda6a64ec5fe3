import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { writerOf } from './journal-writer';

test('a process has one name for as long as it runs', () => {
  const own = writerOf(process.pid);
  expect(own).toMatchObject({ pid: process.pid, machine: expect.stringMatching(/./) as string });
  expect(writerOf(process.pid)).toEqual(own);
});

// Windows does not tell, and macOS in whole seconds.
(process.platform === 'linux' ? describe : describe.skip)('on Linux', () => {
  test('processes that began at different times have different names', async () => {
    // A child of now: the parent of this process may have begun within the same tick of the clock.
    const child = spawn(process.execPath, ['--eval', 'process.stdin.resume()']);
    await once(child, 'spawn');
    const started = writerOf(child.pid ?? 0)?.started;
    child.kill();
    await once(child, 'exit');
    expect(started).toBeDefined();
    expect(started).not.toBe(writerOf(process.pid)?.started);
  });
});

test('a process that has ended has none', async () => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  expect(writerOf(child.pid ?? 0)).toBeUndefined();
});
