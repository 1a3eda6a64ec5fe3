import { startChatrooms, type ChatroomServer } from '../support/chatroom-server';
import { startLoad } from '../support/load-run';

let server: ChatroomServer;
afterEach(() => server.close());

test('finds the rate beyond which a server of limited capacity is too slow, and stops there', async () => {
  // One answer each 5.5 ms: at most 181 a second, whatever waits.
  let freeMs = 0;
  server = await startChatrooms((response) => {
    const end = response.end.bind(response);
    freeMs = Math.max(freeMs, performance.now()) + 5.5;
    response.end = ((body: string) => {
      setTimeout(() => end(body), freeMs - performance.now());
      return response;
    }) as typeof response.end;
    return false;
  });
  // Ten steps of 5 s, of 20, 40, 60, 80, 120, 160, 200, 240, 320 and 400 a second.
  const run = startLoad(server, ['--profile', 'breakpoint', '--rate', '400', '--duration', '50s']);
  const { exitCode, stdout } = await run.cli.ended;
  const { breakpoint, verdict, validity, durationMs } = run.result();
  expect({ exitCode, verdict, reasons: validity.reasons }).toEqual({
    exitCode: 0,
    verdict: 'passed',
    reasons: [],
  });
  expect(breakpoint).toMatchObject({
    highestRateKept: 160,
    before: { rate: 120, state: 'kept' },
    after: { rate: 200, state: 'crossed' },
  });
  // Neither the rest of the steps nor all of the one that failed.
  expect(durationMs).toBeLessThan(40_000);
  expect(stdout).toContain('160/s is the highest rate that keeps the thresholds');
});
