import { isUntouched, startChatrooms, type ChatroomServer } from '../support/chatroom-server';
import { startLoad } from '../support/load-run';
import { startServer } from '../support/loopback-server';
import { runCli } from '../support/run-cli';
import { aTargetFile } from '../support/target-file';

const elsewhere = 'https://staging.invalid/api/v2';

describe('load on a host that is not this machine ends with 2, and sends nothing', () => {
  test.each([
    ['where the target file does not allow it', { baseUrl: elsewhere }, {}],
    [
      'where the file allows it for another host than the one that a variable names',
      { baseUrl: 'https://other.invalid/api/v2', load: { allow: true } },
      { POPSELL_BASE_URL: elsewhere },
    ],
    [
      'where the file allows it and names no host',
      { baseUrl: undefined, load: { allow: true } },
      { POPSELL_BASE_URL: elsewhere },
    ],
    [
      'where there is no file',
      undefined,
      { POPSELL_BASE_URL: elsewhere, POPSELL_TOKEN: 't', POPSELL_BRANDS: '3:301' },
    ],
  ])('%s', async (_, file, variables) => {
    const target = file === undefined ? [] : ['--target', aTargetFile(file)];
    const { exitCode, stderr } = await runCli(['load', ...target], variables);
    expect(stderr).toContain('does not allow load on this host');
    expect(exitCode).toBe(2);
  });

  test('where more is asked for than it allows', async () => {
    const target = aTargetFile({ baseUrl: elsewhere, load: { allow: true, maxRatePerSecond: 20 } });
    const { exitCode, stderr } = await runCli(['load', '--target', target, '--rate', '21']);
    expect(stderr).toContain('the target allows 20 (load.maxRatePerSecond): use --rate 20 or less');
    expect(exitCode).toBe(2);
  });
});

describe('against a server', () => {
  let server: ChatroomServer;
  afterEach(() => server.close());

  test('a redirect is not followed: the token goes to no other host', async () => {
    const other = await startServer((_, response) => response.end());
    server = await startChatrooms((response) => {
      response.writeHead(307, { location: `${other.baseUrl}/stolen` }).end();
      return true;
    });
    const run = startLoad(server, ['--rate', '20', '--duration', '2s']);
    expect((await run.cli.ended).exitCode).toBe(1);
    expect(run.result().statuses['307']?.requests).toBe(40);
    expect(other.requests()).toBe(0);
    await other.close();
  });

  test('clients that wait for answers keep to a rate together, from the first second on', async () => {
    server = await startChatrooms();
    const run = startLoad(server, ['--profile', 'contention', '--rate', '5', '--duration', '5s']);
    await run.cli.ended;
    const { requests } = run.result();
    expect(requests).toBeGreaterThan(15);
    expect(requests).toBeLessThanOrEqual(26);
    const [start = 0] = server.changes;
    // All 20 would come at once.
    expect(server.changes.filter((at) => at < start + 1_000).length).toBeLessThanOrEqual(10);
    expect(isUntouched(server)).toBe(true);
  });

  test('429 is told apart from failures', async () => {
    server = await startChatrooms((response, _, changes) => {
      if (changes % 200 !== 0) return false;
      response.writeHead(429, { 'retry-after': '0' }).end();
      return true;
    });
    const run = startLoad(server, ['--rate', '100', '--duration', '5s']);
    const { stdout } = await run.cli.ended;
    const { turnedAway, thresholds, series } = run.result();
    expect(turnedAway).toBe(2);
    expect(thresholds.find(({ name }) => name === 'failures')).toMatchObject({ observed: 0, ok: true });
    expect(series.every(({ failures }) => failures === 0)).toBe(true);
    expect(stdout).toContain('2 turned away with 429');
  });
});
