import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

import type { MetricPoint } from './metric-point';
import type { Export } from './relay/post-export';
import { startReceiver, type Receiver } from './receiver';

const exported = readFileSync(join(__dirname, 'fixtures/export.bin'));
let receiver: Receiver;
let points: MetricPoint[];
let errors: Error[];

beforeEach(async () => {
  points = [];
  errors = [];
  receiver = await startReceiver(
    (received) => points.push(...received),
    (error) => errors.push(error),
  );
});
afterEach(() => receiver.close());

function send(body: Uint8Array, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`http://${receiver.endpoint}/v1/metrics`, {
    method: 'POST',
    body: new Uint8Array(body),
    headers,
  });
}

it('takes exports, compressed or not', async () => {
  expect((await send(exported)).status).toBe(200);
  expect((await send(gzipSync(exported), { 'content-encoding': 'gzip' })).status).toBe(200);
  expect(points).toHaveLength(2 * 128);
});

it('refuses what it cannot read, and says so', async () => {
  expect((await send(Buffer.from('not protobuf'))).status).toBe(400);
  expect(errors).toHaveLength(1);
  expect(points).toEqual([]);
});

it('hands on exports as they came, those that it cannot read as well', async () => {
  const exports: Export[] = [];
  const relaying = await startReceiver(
    () => undefined,
    () => undefined,
    (one) => Promise.resolve(void exports.push(one)),
  );
  const post = (body: Uint8Array, headers: Record<string, string>): Promise<Response> =>
    fetch(`http://${relaying.endpoint}/v1/metrics`, { method: 'POST', body: new Uint8Array(body), headers });
  const zipped = gzipSync(exported);
  await post(zipped, { 'content-encoding': 'gzip' });
  await post(Buffer.from('not protobuf'), {});
  await relaying.close();
  expect(exports.map(({ gzipped }) => gzipped)).toEqual([true, false]);
  expect(Buffer.from(exports[0]?.body ?? []).equals(zipped)).toBe(true);
});

it('listens on the loopback interface only', () => {
  expect(receiver.endpoint).toMatch(/^127\.0\.0\.1:\d+$/);
});
