import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { divideRooms } from '../../load/traffic/ownership';
import { createTraffic } from '../../load/traffic/traffic';
import { roomsOf } from '../../load/traffic/rooms';
import type { LoadResult } from '../../schemas/generated/types';
import { runCli } from '../support/run-cli';
import { startCollectorStandIn, type CollectorStandIn } from './support/collector-stand-in';
import { freePorts } from './support/free-ports';
import { manifestsIn, type KubernetesObject } from './support/manifest-files';
import { podsOf, type PodSpec } from './support/pod-templates';
import { startRecordingServer, type RecordingServer } from './support/recording-server';
import {
  mountVolumes,
  runContainer,
  type LocalCluster,
  type RunningContainer,
} from './support/run-container';
import { podBaseUrl, writeRun } from './support/write-run';

const name = 'popsell-load-smoke-7';
const token = 'a-token-from-the-secret';
const brands = [
  { id: 3, chatrooms: [301, 302] },
  { id: 4, chatrooms: { from: 400, to: 419 } },
];
/** 50 requests a second for 8 s: p99 needs 368. */
const planned = 400;

describe('three pods, as processes of this machine', () => {
  const running: RunningContainer[] = [];
  let server: RecordingServer;
  let collector: CollectorStandIn;
  let folder: string;
  let exitCodes: (number | null)[];
  let report: { exitCode: number | null; load: LoadResult };

  beforeAll(async () => {
    folder = await writeRun({
      stage: { ratePerSecond: 50, durationSeconds: 8 },
      target: { brands },
    });
    server = await startRecordingServer((count) => 2 + (count % 17) + (count % 50 === 0 ? 120 : 0));
    collector = await startCollectorStandIn(join(folder, 'metrics.json'));
    exitCodes = await runPods(manifestsIn(folder, 'common', 'job'));
    const out = join(folder, 'merged');
    const { exitCode } = await runCli(['report', folder, '--out', out]);
    const load = JSON.parse(readFileSync(join(out, 'load.json'), 'utf8')) as LoadResult;
    report = { exitCode, load };
  }, 240_000);

  afterAll(async () => {
    for (const { child } of running) child.kill('SIGKILL');
    await collector.close();
    await server.close();
  });

  async function runPods(objects: readonly KubernetesObject[]): Promise<(number | null)[]> {
    const [starter, ...peers] = await freePorts(4);
    const cluster: LocalCluster = {
      configMap: (wanted) =>
        objects.find(({ kind, metadata }) => kind === 'ConfigMap' && metadata.name === wanted)?.data ?? {},
      secret: () => token,
      programs: { 'grafana/k6': process.env['K6_BINARY'] ?? '' },
      replaced: [
        [podBaseUrl, server.baseUrl],
        [`${name}-collector:4318`, collector.endpoint],
        ...peers.map((port, index) => [`${name}-${index}.${name}:6565`, `127.0.0.1:${port}`] as const),
      ],
      // The samples themselves, to hold the merged percentiles against.
      changeFile: (text) =>
        text.replace('--out opentelemetry', '--out opentelemetry --out csv=$WORK_DIR/samples.csv'),
    };
    const start = (spec: PodSpec, podFolder: string, index: number, port: number): RunningContainer => {
      mkdirSync(join(folder, podFolder));
      const pod = {
        spec,
        folder: join(folder, podFolder),
        fields: { 'status.podIP': '127.0.0.1', 'metadata.uid': `uid-${index}` },
      };
      mountVolumes(pod, cluster);
      const [container] = spec.containers;
      if (container === undefined) throw new Error('a pod without containers');
      const env = [
        ...(container.env ?? []).filter((variable) => variable.name !== 'POPSELL_K6_PORT'),
        { name: 'POPSELL_K6_PORT', value: String(port) },
        { name: 'JOB_COMPLETION_INDEX', value: String(index) },
      ];
      const started = runContainer({ ...container, env }, pod, cluster);
      running.push(started);
      return started;
    };
    const [shardSpec, starterSpec] = ['', '-start'].flatMap((suffix) =>
      podsOf(objects.filter(({ kind, metadata }) => kind === 'Job' && metadata.name === `${name}${suffix}`)),
    );
    if (shardSpec === undefined || starterSpec === undefined) throw new Error('not the expected Jobs');
    const all = [
      start(starterSpec, 'starter', 0, starter ?? 0),
      ...peers.map((port, index) => start(shardSpec, `pod-${index}`, index, port)),
    ];
    return Promise.all(all.map(({ ended }) => ended));
  }

  function samples(): number[] {
    return [0, 1, 2]
      .flatMap((index) => readFileSync(join(folder, `pod-${index}/work/samples.csv`), 'utf8').split('\n'))
      .filter((line) => line.startsWith('popsell_latency,'))
      .map((line) => Number(line.split(',')[2]))
      .sort((a, b) => a - b);
  }

  it('end well', () => {
    const outputs = running.map(({ output }) => output());
    expect({ exitCodes, outputs }).toEqual({ exitCodes: [0, 0, 0, 0], outputs });
    expect(outputs[0]).toContain('3 pods started within');
  });

  it('send together exactly the requests of the whole, with the token of the Secret', () => {
    const nobody = { vus: 1, ownedShare: 0, brandShares: [], contendedPerBrand: undefined };
    const ownership = divideRooms(brands.map(roomsOf), nobody);
    const traffic = createTraffic(ownership, {
      seed: 7,
      brandWeights: 'equal',
      popularity: 'uniform',
      zipfExponent: 1,
      sampleShare: 1,
      singleRoomLimit: 20,
    });
    const whole = Array.from({ length: planned }, (_, index) => traffic.request(index)).map(
      ({ chatroom, value }) => `${chatroom} ${value}`,
    );
    expect([...server.received].sort()).toEqual(whole.sort());
    expect([...server.authorizations]).toEqual([`Bearer ${token}`]);
  });

  it('make one valid report', () => {
    const { exitCode, load } = report;
    expect(load.validity).toMatchObject({ reasons: [], droppedIterations: 0, exceptions: 0 });
    expect(load).toMatchObject({
      verdict: 'passed',
      target: { name: 'test', baseUrl: podBaseUrl },
      profile: 'smoke',
      seed: 7,
      shards: 3,
      requests: planned,
      verified: { responses: planned, violations: [] },
    });
    expect(load.statuses['200']?.requests).toBe(planned);
    expect(load.series.reduce((sum, { requests }) => sum + requests, 0)).toBe(planned);
    expect(exitCode).toBe(0);
  });

  it.each([
    ['p50', 0.5],
    ['p95', 0.95],
  ] as const)("%s is that of all pods' samples, within the width of a bucket", (figure, share) => {
    const all = samples();
    const { latency, latencyResolution } = report.load;
    expect(all).toHaveLength(planned);
    const rank = share * (planned - 1);
    const [below = 0, above = 0] = [all[Math.floor(rank)], all[Math.ceil(rank)]];
    expect(latencyResolution).not.toBe('exact');
    const width = 1 + Number(latencyResolution);
    expect(latency[figure]).toBeGreaterThanOrEqual(below / width);
    expect(latency[figure]).toBeLessThanOrEqual(above * width);
  });

  it('keep the slowest and the mean', () => {
    const all = samples();
    const { latency } = report.load;
    expect(latency.max).toBeCloseTo(all.at(-1) ?? 0, 2);
    expect(latency.mean).toBeCloseTo(all.reduce((sum, each) => sum + each, 0) / planned, 2);
  });
});
