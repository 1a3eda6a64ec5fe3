import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { startReference, type Reference } from '../../reference/start-reference';
import type { RestoreJournal, TargetBrand } from '../../schemas/generated/types';
import { startLoad, type LoadRunOfTest } from '../support/load-run';
import { allEnded, descendantsOf } from '../support/processes';
import { runCli } from '../support/run-cli';
import { targetVariables } from '../support/target-file';
import { valueOf } from '../support/value-of';

let reference: Reference;
let before: readonly string[];

/** What every chatroom of the target holds. */
const values = (): Promise<string[]> =>
  Promise.all(
    reference.target.brands.flatMap(({ id: brand, chatrooms }) =>
      idsOf(chatrooms).map((chatroom) => valueOf(reference, { brand, chatroom })),
    ),
  );

function idsOf(chatrooms: TargetBrand['chatrooms']): number[] {
  if (Array.isArray(chatrooms)) return chatrooms;
  const { from, to } = chatrooms;
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** Resolves once the load has changed something. */
async function somethingChanged(): Promise<void> {
  while ((await values()).every((value, index) => value === before[index]));
}

beforeEach(async () => {
  reference = await startReference();
  before = await values();
});

afterEach(() => reference.close());

async function expectRestored({ isJournalLeft }: LoadRunOfTest): Promise<void> {
  expect(await values()).toEqual(before);
  expect(isJournalLeft()).toBe(false);
}

test('a run puts back every chatroom that it wrote to, and says how many', async () => {
  const run = startLoad(reference, ['--rate', '100', '--duration', '5s']);
  await somethingChanged();
  const { exitCode, stderr } = await run.cli.ended;
  expect(exitCode).toBe(0);
  expect(stderr).not.toContain('Warning');
  await expectRestored(run);
  const { chatrooms } = run.result();
  expect(chatrooms).toMatchObject({ left: 0, unread: 0, putBack: chatrooms?.used });
  expect(chatrooms?.used).toBeGreaterThan(20);
});

test('so does one of the closed model', async () => {
  const run = startLoad(reference, ['--profile', 'contention', '--rate', '100', '--duration', '6s']);
  await somethingChanged();
  await run.cli.ended;
  await expectRestored(run);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  'so does one that %s ends, and nothing goes on running',
  async (signal) => {
    const run = startLoad(reference);
    await somethingChanged();
    const processes = descendantsOf(run.cli.child.pid);
    run.cli.child.kill(signal);
    expect((await run.cli.ended).exitCode).toBe(130);
    await expectRestored(run);
    expect(run.result()).toMatchObject({ interrupted: true, verdict: 'invalid' });
    await allEnded(processes);
  },
);

test('so does one whose k6 is killed, and it says what was measured', async () => {
  const run = startLoad(reference);
  await run.cli.printed('requests/s');
  process.kill(await run.k6(), 'SIGKILL');
  const { exitCode, stdout } = await run.cli.ended;
  expect(exitCode).toBe(4);
  expect(stdout).toContain('k6 was killed');
  await expectRestored(run);
  expect(run.result().requests).toBeGreaterThan(0);
});

test('one that is killed takes k6 with it, and restore puts every chatroom back', async () => {
  const run = startLoad(reference);
  await somethingChanged();
  const processes = descendantsOf(run.cli.child.pid);
  expect(processes).toContain(await run.k6());
  run.cli.child.kill('SIGKILL');
  await run.cli.ended;
  await allEnded(processes);
  expect(await values()).not.toEqual(before);
  const { exitCode } = await runCli(['restore', run.folder], targetVariables(reference.target));
  expect(exitCode).toBe(0);
  await expectRestored(run);
});

test('a shard that comes late takes no value of another for the first one', async () => {
  const shard = (index: number, seconds: number): LoadRunOfTest =>
    startLoad(reference, [
      '--seed',
      '7',
      '--shard',
      `${index}/2`,
      '--rate',
      '40',
      '--duration',
      `${seconds}s`,
    ]);
  const early = shard(1, 30);
  await somethingChanged();
  const late = shard(2, 30);
  await late.cli.printed('requests/s');
  // Out of order, and the late one without a chance to put anything back.
  early.cli.child.kill('SIGINT');
  await early.cli.ended;
  const processes = descendantsOf(late.cli.child.pid);
  late.cli.child.kill('SIGKILL');
  await late.cli.ended;
  await allEnded(processes);

  const journal = JSON.parse(readFileSync(join(late.folder, 'restore.json'), 'utf8')) as RestoreJournal;
  expect(journal.late?.length).toBeGreaterThan(0);
  const { exitCode, stdout } = await runCli(
    ['restore', early.folder, late.folder],
    targetVariables(reference.target),
  );
  expect([exitCode, stdout]).toEqual([0, expect.any(String)]);
  await expectRestored(late);
});
