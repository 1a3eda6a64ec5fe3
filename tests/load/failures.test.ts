import { chmodSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { isUntouched, startChatrooms, type ChatroomServer } from '../support/chatroom-server';
import { startLoad, type LoadRunOfTest } from '../support/load-run';
import { allEnded, descendantsOf } from '../support/processes';
import { runCli } from '../support/run-cli';
import { scratchFolder } from '../support/scratch';
import { targetVariables } from '../support/target-file';

let server: ChatroomServer;
afterEach(() => server.close());

/** Waits for the end of a run, after which nothing of it is left running. */
async function endOf({ cli }: LoadRunOfTest): Promise<{ exitCode: number | null; stdout: string }> {
  await cli.printed('requests/s');
  const processes = descendantsOf(cli.child.pid);
  const ended = await cli.ended;
  await allEnded(processes);
  return ended;
}

const noAnswer = (cause: string): object => ({
  check: 'no answer',
  message: `no complete answer came (${cause})`,
});

test('a target that dies leaves a verdict, and a journal with the command that puts chatrooms back', async () => {
  server = await startChatrooms((response, _, changes) => {
    if (changes < 150) return false;
    response.socket?.destroy();
    if (changes === 150) void server.close();
    return true;
  });
  const run = startLoad(server, ['--rate', '50', '--duration', '6s']);
  const { exitCode, stdout } = await endOf(run);
  expect(exitCode).toBe(1);
  expect(run.result()).toMatchObject({ verdict: 'failed', requests: 300 });
  expect(run.result().verified.violations).toContainEqual(
    expect.objectContaining(noAnswer('connection refused')),
  );
  expect(stdout).toContain(`npm run restore -- ${run.folder} tries again`);
  expect(run.isJournalLeft()).toBe(true);
});

test('a target that resets connections at times is told, and gets its values back', async () => {
  server = await startChatrooms((response, _, changes) => {
    if (changes % 10 !== 0) return false;
    response.socket?.resetAndDestroy();
    return true;
  });
  const run = startLoad(server, ['--rate', '80', '--duration', '5s']);
  expect((await endOf(run)).exitCode).toBe(1);
  expect(run.result()).toMatchObject({ requests: 400, statuses: { '200': { requests: 360 } } });
  expect(isUntouched(server)).toBe(true);
  expect(run.isJournalLeft()).toBe(false);
});

test('a target that closes each connection after its answer is as good as another', async () => {
  server = await startChatrooms((response) => {
    response.setHeader('connection', 'close');
    return false;
  });
  const run = startLoad(server, ['--rate', '80', '--duration', '5s']);
  const { exitCode } = await endOf(run);
  expect(run.result()).toMatchObject({ requests: 400, verified: { violations: [] } });
  expect([0, 4, 99]).toContain(exitCode);
  expect(isUntouched(server)).toBe(true);
});

test('answers of one byte a second end with the time limit, and restore does the rest when it is well again', async () => {
  let isSlow = true;
  server = await startChatrooms((response, _, changes) => {
    if (changes < 40 || !isSlow) return false;
    const drip = setInterval(() => response.write(' '), 1_000);
    response.once('close', () => {
      clearInterval(drip);
    });
    return true;
  });
  // The profile with the shortest limit.
  const run = startLoad(server, ['--profile', 'spike', '--rate', '40', '--duration', '5s']);
  const { exitCode, stdout } = await endOf(run);
  expect(exitCode).toBe(1);
  expect(run.result().verified.violations).toContainEqual(expect.objectContaining(noAnswer('timeout')));
  expect(run.result().latency.max).toBeGreaterThanOrEqual(5_000);
  expect(stdout).toContain('gave no complete answer within 10 s');
  expect(stdout).toContain('tries again');
  isSlow = false;
  const restored = await runCli(['restore', run.folder], targetVariables(server.target));
  expect(restored.exitCode).toBe(0);
  expect(isUntouched(server)).toBe(true);
});

// /dev/full is Linux's own.
(process.platform === 'linux' ? describe : describe.skip)('on Linux', () => {
  test('a full disk costs the files, and neither the verdict nor the values', async () => {
    server = await startChatrooms();
    const run = startLoad(server, ['--rate', '80', '--duration', '5s']);
    await run.cli.printed('requests/s');
    for (const name of ['load.json', 'index.html', 'junit.xml'])
      symlinkSync('/dev/full', join(run.folder, name));
    const { exitCode, stdout } = await run.cli.ended;
    expect(exitCode).toBe(4);
    expect(stdout).toContain('load.json could not be written (ENOSPC');
    expect(stdout).toContain('400 requests');
    expect(isUntouched(server)).toBe(true);
    expect(run.isJournalLeft()).toBe(false);
  });
});

test("a token in k6's last words is in no file and in no line", async () => {
  server = await startChatrooms();
  const k6 = join(scratchFolder(), 'k6');
  const lines = [
    `if (process.argv[2] === 'version') console.log('k6 v2.2.0 (go1.26.8, linux/amd64)');`,
    'else {',
    `  const { POPSELL_TOKEN } = process.env;`,
    '  console.error(`time="2026-03-02T08:15:04Z" level=error msg="invalid header value ${POPSELL_TOKEN}"`);',
    '  process.exitCode = 107;',
    '}',
  ];
  writeFileSync(k6, `#!${process.execPath}\n${lines.join('\n')}\n`);
  chmodSync(k6, 0o755);
  const run = startLoad(server, ['--rate', '20', '--duration', '2s'], { variables: { K6_BINARY: k6 } });
  const { exitCode, stdout, stderr } = await run.cli.ended;
  expect(exitCode).toBe(4);
  expect(run.result().validity.reasons.join()).toContain('invalid header value $POPSELL_TOKEN');
  const written = readdirSync(run.folder).map((name) => readFileSync(join(run.folder, name), 'utf8'));
  expect(written.filter((text) => text.includes(server.target.token))).toEqual([]);
  expect(`${stdout}${stderr}`).not.toContain(server.target.token);
});

test('a target that answers nothing from the start is not usable, and nothing is changed', async () => {
  server = await startChatrooms();
  const { target, port } = server;
  await server.close();
  const run = startLoad({ target }, ['--rate', '20', '--duration', '2s']);
  const { exitCode, stderr } = await run.cli.ended;
  expect(stderr).toContain(`127.0.0.1:${port}`);
  expect(exitCode).toBe(3);
});

(process.platform === 'linux' ? describe : describe.skip)(
  'where the system tells what a process takes',
  () => {
    test('answers that never end stop the run before they fill the memory', async () => {
      server = await startChatrooms((response) => {
        const part = Buffer.alloc(65_536, ' ');
        const push = (): void => {
          while (!response.destroyed && response.write(part));
        };
        response.on('drain', push);
        push();
        return true;
      });
      const run = startLoad(server, ['--rate', '20', '--duration', '10s'], {
        variables: { GOMEMLIMIT: '300MiB' },
      });
      const { exitCode } = await run.cli.ended;
      // Exit code 1 where the time limit of a request came first.
      expect([1, 4]).toContain(exitCode);
      expect(run.result().validity.reasons.join()).toMatch(/k6 was stopped because it took \d+ MiB/);
    });
  },
);
