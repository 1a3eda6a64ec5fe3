import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';

import { mergeLoadResults } from '../load/result/merge';
import { runLoad, type LoadRun, type LoadRunOptions } from '../load/run/run-load';
import { aChatroom } from '../load/verification/fixtures';
import type { ChatroomUpdate, LoadResult } from '../schemas/generated/types';
import { createAjv, validatorFor } from '../schemas/validation/validator';
import { bundleLoad } from './bundle-load';

const k6Path = process.env['K6_BINARY'] ?? '';
const describeWithK6 = k6Path === '' ? describe.skip : describe;

describeWithK6('a real k6 (skipped unless K6_BINARY names one)', () => {
  let folder: string;
  let bundlePath: string;
  let server: Server;
  /** Requests by chatroom and value. */
  let received: string[];
  /** Changes the right answer. */
  let spoil: (body: Record<string, unknown>) => Record<string, unknown>;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'popsell-k6-'));
    ({ path: bundlePath } = await bundleLoad(join(folder, 'chatrooms.js')));
    server = createServer((request, response) => {
      void json(request).then((body) => {
        const id = Number(request.url?.split('/').pop());
        const { established_dialogue = '' } = body as ChatroomUpdate;
        received.push(`${id} ${established_dialogue}`);
        response.setHeader('content-type', 'application/json');
        const chatroom = aChatroom({ id_chatroom: id, established_dialogue, ambassadors: [] });
        response.end(JSON.stringify(spoil(chatroom)));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  beforeEach(() => {
    received = [];
    spoil = (body) => body;
  });
  afterAll(async () => {
    server.close();
    server.closeAllConnections();
    await rm(folder, { recursive: true });
  });

  function run(changed: Partial<LoadRunOptions> = {}): Promise<LoadRun> {
    const { port } = server.address() as AddressInfo;
    return runLoad({
      k6Path,
      k6Version: '2.2.0',
      bundlePath,
      target: {
        name: 'test',
        baseUrl: `http://127.0.0.1:${port}/api/v2`,
        token: 'a-secret',
        brands: [{ id: 3, chatrooms: [301, 302] }],
        unknownChatroom: 9,
      },
      profile: 'smoke',
      outDir: join(folder, 'run'),
      ratePerSecond: 100,
      durationSeconds: 4,
      seed: 1,
      interactive: false,
      say: () => undefined,
      ...changed,
    });
  }

  it('sends every planned request once, and writes a load.json that passes', async () => {
    const { result, k6ExitCode } = await run();
    expect(k6ExitCode).toBe(0);
    expect(result.validity.reasons).toEqual([]);
    expect(result).toMatchObject({ verdict: 'passed', requests: 400, latencyResolution: 'exact' });
    expect(new Set(received).size).toBe(400);
    expect(result.series.reduce((sum, { requests }) => sum + requests, 0)).toBe(400);
    const written = JSON.parse(await readFile(join(folder, 'run/load.json'), 'utf8')) as LoadResult;
    expect(written).toEqual(result);
    const validate = validatorFor(createAjv(), 'load');
    validate(written);
    expect(validate.errors).toBeNull();
  }, 60_000);

  it('finds an answer of another chatroom, counts it and shows an example without the token', async () => {
    spoil = (body) => (received.length % 10 === 0 ? { ...body, id_chatroom: 999 } : body);
    const { result } = await run();
    expect(result.verdict).toBe('failed');
    expect(result.verified.violations).toMatchObject([
      { check: 'own id', count: 40, example: { response: { status: 200 } } },
    ]);
    expect(JSON.stringify(result)).not.toContain('a-secret');
  }, 60_000);

  it('shards send together exactly what one process sends, and merge to its counts', async () => {
    await run();
    const whole = [...received].sort();
    received = [];
    const shards: LoadResult[] = [];
    for (const index of [1, 2, 3]) shards.push((await run({ shard: { index, count: 3 } })).result);
    expect([...received].sort()).toEqual(whole);
    expect(mergeLoadResults(shards)).toMatchObject({ verdict: 'passed', requests: 400, shards: 3 });
  }, 120_000);

  it('tells what was measured when it is stopped', async () => {
    const controller = new AbortController();
    spoil = (body) => {
      if (received.length === 50) controller.abort();
      return body;
    };
    const { result } = await run({ signal: controller.signal, durationSeconds: 30 });
    expect(result).toMatchObject({ verdict: 'invalid', interrupted: true });
    expect(result.requests).toBeGreaterThan(0);
  }, 60_000);

  it('measures soak from histograms, because k6 must not keep its samples', async () => {
    const { result } = await run({ profile: 'soak' });
    expect(result.validity.reasons).toEqual([]);
    expect(result).toMatchObject({ verdict: 'passed', latencyResolution: expect.any(Number) as number });
    expect(result.requests).toBe(received.length);
  }, 60_000);

  it('runs the closed model', async () => {
    const { result } = await run({ profile: 'contention', ratePerSecond: 100, durationSeconds: 6 });
    expect(result.validity.reasons).toEqual([]);
    expect(result).toMatchObject({ verdict: 'passed', model: 'closed', requests: received.length });
    expect(result.rate).toBeLessThan(120);
  }, 60_000);
});
