import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startReference } from '../start-reference';
import { createTestClient } from '../testing/exchange';
import type { LatencyLogLine } from './latency-log';

const folder = mkdtempSync(join(tmpdir(), 'popsell-latency-'));
const latencyLog = join(folder, 'latency.jsonl');

afterAll(() => {
  rmSync(folder, { recursive: true });
});

function logged(): LatencyLogLine[] {
  const lines = readFileSync(latencyLog, 'utf8').trim().split('\n');
  return lines.map((line) => JSON.parse(line) as LatencyLogLine);
}

it('holds every answer as long as was drawn for its brand, and writes down how long', async () => {
  const reference = await startReference({ latency: ['3=constant:30', 'constant:5'], latencyLog });
  const client = createTestClient(reference.baseUrl);
  await client.send();
  client.close();
  await reference.close();
  const [line] = logged();
  expect(line).toMatchObject({ brand: '3', status: 200, drawnMs: 30 });
  // Timers count whole milliseconds from a clock that may be one behind.
  expect(line?.heldMs).toBeGreaterThanOrEqual(28);
});

it('stands still from the first request on, however short its answers are', async () => {
  const reference = await startReference({ latency: ['stall:at=0s,for=300ms'], latencyLog });
  const client = createTestClient(reference.baseUrl);
  await client.send();
  client.close();
  await reference.close();
  expect(logged()[0]?.heldMs).toBeGreaterThanOrEqual(298);
});

it('stands still after so many requests', async () => {
  const reference = await startReference({ latency: ['stall:after=2,for=300ms'], latencyLog });
  const client = createTestClient(reference.baseUrl);
  for (let request = 0; request < 3; request += 1) await client.send();
  client.close();
  await reference.close();
  expect(logged().map(({ heldMs }) => (heldMs ?? 0) >= 298)).toEqual([false, false, true]);
});

it('says of a client that went away that it was not answered', async () => {
  const reference = await startReference({ latency: ['60000'], latencyLog });
  const client = createTestClient(reference.baseUrl, 2_000);
  await expect(client.send()).rejects.toThrow();
  client.close();
  await reference.close();
  expect(logged()).toMatchObject([{ drawnMs: 60_000, heldMs: null }]);
});
