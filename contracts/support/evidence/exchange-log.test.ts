import { appendFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { anExchange, noRedaction } from '../../testing/an-exchange';
import { redactor } from '../exchange/redact';
import { ExchangeLog, readExchangeLog } from './exchange-log';

const folder = mkdtempSync(join(tmpdir(), 'popsell-log-'));
const file = join(folder, 'exchanges');

afterEach(() => {
  rmSync(file, { force: true });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function logOne(): void {
  const log = new ExchangeLog(file, noRedaction);
  log.add(anExchange());
  log.flush();
}

it('keeps exchanges with the time of their request, redacted', () => {
  const log = new ExchangeLog(file, redactor({ POPSELL_TOKEN: 's3cret' }));
  log.add(anExchange({ text: 's3cret', durationMs: 250, receivedAtMs: Date.UTC(2024, 0, 1) }));
  log.flush();
  expect(readExchangeLog(file)).toMatchObject([
    { startedAt: '2023-12-31T23:59:59.750Z', exchange: { response: { body: '$POPSELL_TOKEN' } } },
  ]);
});

it('goes on where another spec file ended, and is bounded', () => {
  logOne();
  const log = new ExchangeLog(file, noRedaction);
  for (let sent = 0; sent < 3_100; sent += 1) log.add(anExchange());
  log.flush();
  expect(readExchangeLog(file)).toHaveLength(3_001);
});

it('leaves out a line that was not finished', () => {
  logOne();
  appendFileSync(file, '{"startedAt":"20');
  expect(readExchangeLog(file)).toHaveLength(1);
});

it('is empty where nothing was written', () => {
  new ExchangeLog(undefined, noRedaction).add(anExchange());
  expect(readExchangeLog(file)).toEqual([]);
});
