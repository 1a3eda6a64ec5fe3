import { exampleLine } from '../telemetry/example-line';
import { recordExchange } from '../verification/exchange';
import { K6Log } from './k6-log';

function logOf(...entries: (string | Record<string, string>)[]): { log: K6Log; said: string[] } {
  const said: string[] = [];
  const log = new K6Log((line) => said.push(line));
  for (const entry of entries) log.add(typeof entry === 'string' ? entry : JSON.stringify(entry));
  return { log, said };
}

it('keeps the first example of each kind of violation', () => {
  const finding = { check: 'status', pointer: '', cause: '500' } as const;
  const example = (body: string) => ({
    level: 'error',
    msg: exampleLine(
      finding,
      recordExchange(
        { url: '/', brand: 3, body },
        { status: 500, headers: {}, body: '', error: '', durationMs: 1 },
        'token',
      ),
    ),
    source: 'console',
  });
  const { log, said } = logOf(example('first'), example('second'));
  expect([...log.examples].map(([key, { exchange }]) => [key, exchange.request.body])).toEqual([
    ['status  500', 'first'],
  ]);
  expect(said).toEqual([]);
});

it('notices that k6 had too few VUs', () => {
  const msg = 'Insufficient VUs, reached 10 active VUs and cannot initialize more';
  expect(logOf({ level: 'warning', msg }).log.vusAtMax).toBe(true);
});

it('counts exceptions that the script could not catch', () => {
  const { log } = logOf({ level: 'error', msg: 'Error: x', source: 'stacktrace' });
  expect(log.uncaughtExceptions).toBe(1);
});

it('says the same thing once', () => {
  const { said } = logOf(
    { level: 'warning', msg: 'VU 1 is slow' },
    { level: 'warning', msg: 'VU 2 is slow' },
    { level: 'info', msg: 'of no interest' },
  );
  expect(said).toEqual(['k6: VU 1 is slow']);
});

it('leaves failed requests to the figures', () => {
  expect(logOf({ level: 'warning', msg: 'Request Failed', error: 'refused' }).said).toEqual([]);
});

it('remembers the last error, also one that is no log line', () => {
  expect(logOf({ level: 'error', msg: 'first' }, 'panic: second').log.lastError).toBe('panic: second');
});

it('says why an export was lost, and counts those that the end of the run cut off apart', () => {
  const { log, said } = logOf(
    '2026/01/02 03:04:05 failed to upload metrics: Post "http://127.0.0.1:9/v1/metrics": connection refused',
    '2026/01/02 03:04:06 failed to upload metrics: Post "http://127.0.0.1:9/v1/metrics": context canceled',
  );
  expect(log).toMatchObject({ lostExports: 1, cutOffExports: 1, lastError: undefined });
  expect(said).toEqual([expect.stringContaining('connection refused')]);
});
