import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

import { decodeMetrics } from '../../load/telemetry/decode-metrics';
import { metricNames } from '../../load/telemetry/metric-names';
import { startReference, type Reference } from '../../reference/start-reference';
import type { LoadResult } from '../../schemas/generated/types';
import { runCli, startCli } from '../support/run-cli';
import { scratchFolder } from '../support/scratch';
import { targetVariables } from '../support/target-file';

const secret = 'a-secret-of-the-team';
const headers = { OTEL_EXPORTER_OTLP_HEADERS: `Authorization=Bearer%20${secret}` };
const short = ['--rate', '80', '--duration', '6s'];
let reference: Reference;

beforeAll(async () => {
  reference = await startReference();
});
afterAll(() => reference.close());

/** A collector that keeps what it took. */
async function startCollector(answer: RequestListener) {
  const taken: Buffer[] = [];
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      answer(request, response);
      if (response.statusCode === 200 && request.headers.authorization === `Bearer ${secret}`)
        taken.push(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests: () => taken.reduce((sum, body) => sum + requestsIn(body), 0),
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function requestsIn(body: Buffer): number {
  return decodeMetrics(body).reduce((sum, point) => {
    if (point.kind !== 'histogram' || point.metric !== metricNames.latency) return sum;
    return point.histogram.counts.reduce((all, count) => all + count, sum + point.histogram.zeroCount);
  }, 0);
}

function load(folder: string): LoadResult {
  return JSON.parse(readFileSync(join(folder, 'load.json'), 'utf8')) as LoadResult;
}

function everythingIn(folder: string): string {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');
}

test('a collector that stumbles gets every request of the run, and the dashboard is open meanwhile', async () => {
  let calls = 0;
  const collector = await startCollector((_request, response) => {
    calls += 1;
    response.writeHead(calls % 3 === 1 ? 503 : 200).end();
  });
  const folder = scratchFolder();
  const cli = startCli(['load', '--out', folder, ...short, '--otlp', collector.url, '--live'], {
    ...targetVariables(reference.target),
    ...headers,
  });
  try {
    let output = '';
    cli.child.stdout?.on('data', (chunk: string) => (output += chunk));
    await cli.printed(' requests/s');
    const [address = ''] = /http:\/\/127\.0\.0\.1:\d+(?= while)/.exec(output) ?? [];
    expect((await fetch(`${address}/ui/`)).status).toBe(200);

    const { exitCode, stdout, stderr } = await cli.ended;
    expect(stdout).toContain(`exports delivered to ${collector.url}/v1/metrics`);
    expect(collector.requests()).toBe(load(folder).requests);
    expect(existsSync(join(folder, 'otlp-spool.bin'))).toBe(false);
    expect(`${stdout}${stderr}${everythingIn(folder)}`).not.toContain(secret);
    expect(exitCode).toBe(0);
  } finally {
    collector.close();
  }
});

test('a collector that is away changes no verdict, and gets everything later', async () => {
  const away = await startCollector(() => undefined);
  away.close();
  const folder = scratchFolder();
  const { exitCode, stdout } = await runCli(['load', '--out', folder, ...short, '--otlp', away.url], {
    ...targetVariables(reference.target),
    ...headers,
  });
  expect(stdout).toMatch(/\d+ of \d+ exports could not be delivered .*ECONNREFUSED/);
  expect(stdout).toContain(`npm run relay -- ${folder} --otlp ${away.url}/v1/metrics sends them`);
  expect(load(folder).validity.reasons).toEqual([]);
  expect(exitCode).toBe(0);
  expect(everythingIn(folder)).not.toContain(secret);

  const back = await startCollector((_request, response) => response.end());
  const sent = await runCli(['relay', folder, '--otlp', back.url], headers);
  back.close();
  expect(sent.exitCode).toBe(0);
  expect(back.requests()).toBe(load(folder).requests);
  expect((await runCli(['relay', folder, '--otlp', back.url], headers)).exitCode).toBe(2);
});

test('an address that is none is refused before anything is sent', async () => {
  const { exitCode, stderr } = await runCli(['load', '--otlp', 'collector:4318']);
  expect(exitCode).toBe(2);
  expect(stderr).toContain('--otlp is no address; accepted: http://HOST:4318');
});
