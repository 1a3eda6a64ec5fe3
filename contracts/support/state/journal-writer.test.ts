import { spawn } from 'node:child_process';
import { once } from 'node:events';

import { writerOf } from './journal-writer';

test('a process has one name for as long as it runs', () => {
  const own = writerOf(process.pid);
  expect(own).toMatchObject({ pid: process.pid, machine: expect.stringMatching(/./) as string });
  expect(writerOf(process.pid)).toEqual(own);
});

test('processes that began at different times have different names', () => {
  expect(writerOf(process.pid)?.started).not.toBe(writerOf(process.ppid)?.started);
});

test('a process that has ended has none', async () => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  expect(writerOf(child.pid ?? 0)).toBeUndefined();
});
