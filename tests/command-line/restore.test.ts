import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { RestoreJournal } from '../../contracts/support/state/restore-journal';
import { startReference, type Reference } from '../../reference/start-reference';
import type { ChangedRoom, RestoreJournal as RestoreFile } from '../../schemas/generated/types';
import { contractsOn } from '../support/contracts-against';
import { startServer } from '../support/loopback-server';
import { runCli, type CliResult } from '../support/run-cli';
import { scratchFolder } from '../support/scratch';
import { targetVariables } from '../support/target-file';
import { valueOf } from '../support/value-of';

let reference: Reference;

beforeAll(async () => {
  reference = await startReference();
});

afterAll(() => reference.close());

const room: ChangedRoom = { brand: 3, chatroom: 301, value: '2020-01-02T03:04:05.000Z' };
const unknownRoom = { ...room, chatroom: 987_654_321 };

/** The folder of a run that left a journal. */
function aCrashedRun(rooms: readonly ChangedRoom[], more: Partial<RestoreFile> = {}): string {
  const folder = scratchFolder();
  const content: RestoreFile = { baseUrl: reference.baseUrl, rooms: [...rooms], ...more };
  writeFileSync(join(folder, 'restore.json'), JSON.stringify(content));
  return folder;
}

const restore = (folder: string, variables: Record<string, string> = {}): Promise<CliResult> =>
  runCli(['restore', folder], { ...targetVariables(reference.target), ...variables });
const leftIn = (folder: string): unknown =>
  (JSON.parse(readFileSync(join(folder, 'restore.json'), 'utf8')) as { rooms: unknown }).rooms;

test('puts values back, says so, and leaves no journal', async () => {
  const folder = aCrashedRun([room]);
  const { exitCode, stdout } = await restore(folder);
  expect(stdout).toContain('✓ chatroom 301 of brand 3 has 2020-01-02T03:04:05.000Z again');
  expect(Date.parse(await valueOf(reference, room))).toBe(Date.parse(room.value));
  expect(existsSync(join(folder, 'restore.json'))).toBe(false);
  expect(exitCode).toBe(0);
});

test('the report of a run that was killed names restore', async () => {
  const { exitCode, stderr } = await runCli(['report', aCrashedRun([room])]);
  expect(exitCode).toBe(2);
  expect(stderr).toMatch(/was killed: it holds no result\. npm run restore -- /);
});

test('of a run on another machine says that its end cannot be seen, and puts back', async () => {
  const folder = aCrashedRun([room], { writer: { machine: 'another', pid: process.pid, started: '1' } });
  const { exitCode, stdout } = await restore(folder);
  expect(stdout).toContain('is of a run on another machine, or before a restart');
  expect(stdout).toContain('✓ chatroom 301 of brand 3');
  expect(exitCode).toBe(0);
});

test('a 429 is waited for, and the value sent again', async () => {
  let requests = 0;
  const server = await startServer((_, response) => {
    requests += 1;
    const body = JSON.stringify({ established_dialogue: room.value });
    response.writeHead(requests === 1 ? 429 : 200, { 'retry-after': '0' }).end(body);
  });
  const folder = aCrashedRun([room], { baseUrl: server.baseUrl });
  const { exitCode, stdout } = await restore(folder, { POPSELL_BASE_URL: server.baseUrl });
  await server.close();
  expect(stdout).toContain('✓ chatroom 301 of brand 3');
  // With the read after it.
  expect(requests).toBe(3);
  expect(exitCode).toBe(0);
});

test('what the API refuses ends with 1 and stays in the journal', async () => {
  const folder = aCrashedRun([unknownRoom, room]);
  const { exitCode, stdout } = await restore(folder);
  expect(stdout).toContain(
    '✗ chatroom 987654321 of brand 3 was not put back; its established_dialogue was 2020',
  );
  expect(stdout).toContain('the API answered 404');
  expect(leftIn(folder)).toEqual([unknownRoom]);
  expect(exitCode).toBe(1);
});

test('what is answered with 200 and not stored is not put back, neither by the run nor by restore', async () => {
  const forgetful = await startReference({ faults: ['first-value-never-again'] });
  const run = await contractsOn(forgetful.target);
  expect(run.exitCode).toBe(1);
  expect(run.result.violations.map(({ obligation }) => obligation)).toEqual(['200/value/stored']);
  expect(run.stdout).toContain(`npm run restore -- ${run.folder} puts back what was not`);
  expect(run.result.notices[0]).toMatchObject({
    code: 'not-put-back',
    message: expect.stringContaining('301 of brand 3') as string,
  });
  const left = leftIn(run.folder);
  expect(left).toContainEqual(expect.objectContaining({ brand: 3, chatroom: 301 }));
  const { exitCode, stdout } = await runCli(['restore', run.folder], targetVariables(forgetful.target));
  await forgetful.close();
  expect(stdout).toMatch(
    /✗ chatroom 301 of brand 3 was not put back; .*answered 200, and a later read shows 2/,
  );
  expect(leftIn(run.folder)).toEqual(left);
  expect(exitCode).toBe(1);
});

test.each([[false], [true]])(
  'of two killed runs the earlier one knows what was there (named last: %s)',
  async (isLast) => {
    const early = aCrashedRun([room], { began: '2026-01-01T10:00:00.000Z' });
    const late = aCrashedRun([{ ...room, value: '2021-02-03T04:05:06.000Z' }], {
      began: '2026-01-01T11:00:00.000Z',
    });
    const folders = isLast ? [late, early] : [early, late];
    const { exitCode, stdout } = await runCli(['restore', ...folders], targetVariables(reference.target));
    expect(stdout).toContain('1 chatroom has other first values in one folder than in another');
    expect(Date.parse(await valueOf(reference, room))).toBe(Date.parse(room.value));
    expect(exitCode).toBe(0);
  },
);

test('a token that is refused ends with 3 and loses nothing', async () => {
  const folder = aCrashedRun([room]);
  const { exitCode, stdout } = await restore(folder, { POPSELL_TOKEN: 'another-token' });
  expect(stdout).toContain('the API answered 401');
  expect(leftIn(folder)).toEqual([room]);
  expect(exitCode).toBe(3);
});

test('a target that is not reachable ends with 3 and loses nothing', async () => {
  const gone = await startReference();
  await gone.close();
  const folder = aCrashedRun([room], { baseUrl: gone.baseUrl });
  const { exitCode, stdout } = await restore(folder, { POPSELL_BASE_URL: gone.baseUrl });
  expect(stdout).toContain('ECONNREFUSED');
  expect(leftIn(folder)).toEqual([room]);
  expect(exitCode).toBe(3);
});

describe('ends with 2', () => {
  test('where there is no journal', async () => {
    const { exitCode, stderr } = await restore(scratchFolder());
    expect(stderr).toContain('holds no restore.json: the run has put everything back');
    expect(exitCode).toBe(2);
  });

  test('where the target is another than the run had', async () => {
    const { exitCode, stderr } = await restore(aCrashedRun([room], { baseUrl: 'https://staging.invalid' }));
    expect(stderr).toContain(
      'the run changed chatrooms of https://staging.invalid, and the target is http://127',
    );
    expect(exitCode).toBe(2);
  });

  test('where there is no target', async () => {
    const { exitCode, stderr } = await runCli(['restore', aCrashedRun([room])]);
    expect(stderr).toContain(`--target with the file of ${reference.baseUrl}`);
    expect(exitCode).toBe(2);
  });

  test('where the journal is none', async () => {
    const folder = scratchFolder();
    writeFileSync(join(folder, 'restore.json'), '{"rooms":[]}');
    const { exitCode, stderr } = await restore(folder);
    expect(stderr).toContain('baseUrl is missing');
    expect(exitCode).toBe(2);
  });

  test.each([
    ['restore', (folder: string) => ['restore', folder]],
    ['report', (folder: string) => ['report', folder]],
    ['another run', (folder: string) => ['contracts', '--out', folder]],
  ])('where the run goes on: %s', async (_, parameters) => {
    const folder = aCrashedRun([room]);
    new RestoreJournal(reference.baseUrl, join(folder, 'restore.json')).record(unknownRoom);
    const { exitCode, stderr } = await runCli(parameters(folder), targetVariables(reference.target));
    expect(stderr).toBe(
      `error: ${folder} is of a run that goes on (process ${process.pid}), and puts back what it changes itself; wait for its end, or stop it with Ctrl-C\n`,
    );
    expect(leftIn(folder)).toEqual([room, unknownRoom]);
    expect(exitCode).toBe(2);
  });

  test.each(['contracts', 'load', 'start'])('where %s would write over a journal', async (command) => {
    const folder = aCrashedRun([room]);
    const { exitCode, stderr } = await runCli([command, '--out', folder], targetVariables(reference.target));
    expect(stderr).toContain(`npm run restore -- ${folder} does, or name another --out`);
    expect(leftIn(folder)).toEqual([room]);
    expect(exitCode).toBe(2);
  });
});
