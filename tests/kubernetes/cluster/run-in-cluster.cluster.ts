import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startReference, type Reference } from '../../../reference/start-reference';
import type { LoadResult } from '../../../schemas/generated/types';
import { runCli } from '../../support/run-cli';
import { manifestsIn, type KubernetesObject } from '../support/manifest-files';
import { podBaseUrl, writeRun } from '../support/write-run';
import type { Api } from './api';
import { buildPrograms } from './build-programs';
import { startControlPlane, until, type ControlPlane } from './control-plane';
import { startKubelet, type KubeletStandIn } from './kubelet-stand-in';

const namespace = 'load';
/** 50 requests a second for 10 s. */
const planned = 500;

let folder: string;
let controlPlane: ControlPlane;
let kubelet: KubeletStandIn;
let reference: Reference;
let api: Api;

beforeAll(async () => {
  const programs = buildPrograms((line) => {
    console.log(line);
  });
  folder = mkdtempSync(join(tmpdir(), 'popsell-cluster-'));
  controlPlane = await startControlPlane(programs, join(folder, 'control-plane'));
  ({ api } = controlPlane);
  reference = await startReference();
  await api.must('POST', '/api/v1/namespaces', {
    // The strictest of Kubernetes' Pod Security Standards: pods that ask for more are refused.
    metadata: { name: namespace, labels: { 'pod-security.kubernetes.io/enforce': 'restricted' } },
  });
  await api.must('POST', `/api/v1/namespaces/${namespace}/secrets`, {
    metadata: { name: 'popsell-token' },
    stringData: { token: reference.target.token },
  });
  kubelet = await startKubelet(api, namespace, join(folder, 'pods'), {
    programs: {
      'grafana/k6': process.env['K6_BINARY'] ?? '',
      'otel/opentelemetry-collector-contrib': programs.collector,
    },
    replaced: [[podBaseUrl, reference.baseUrl]],
  });
}, 3_600_000);

afterAll(async () => {
  await kubelet.stop();
  await controlPlane.stop();
  await reference.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);

const paths: Readonly<Record<string, string>> = {
  ConfigMap: 'api/v1/namespaces/load/configmaps',
  Service: 'api/v1/namespaces/load/services',
  Deployment: 'apis/apps/v1/namespaces/load/deployments',
  Job: 'apis/batch/v1/namespaces/load/jobs',
  NetworkPolicy: 'apis/networking.k8s.io/v1/namespaces/load/networkpolicies',
};

/** Server-side apply, where a field that Kubernetes does not know is an error. */
function apply(object: KubernetesObject, parameters = ''): Promise<unknown> {
  const path = `/${paths[object.kind] ?? ''}/${object.metadata.name}`;
  return api.must(
    'PATCH',
    `${path}?fieldManager=test&fieldValidation=Strict${parameters}`,
    object,
    'apply-patch+yaml',
  );
}

/** With the README's own command where kubectl is installed. */
async function applyFolders(written: string): Promise<void> {
  const kubeconfig = join(folder, 'control-plane/kubeconfig');
  const parameters = ['--kubeconfig', kubeconfig, '--namespace', namespace, 'apply', '--server-side'];
  const { error, status, stderr } = spawnSync('kubectl', [...parameters, '-f', 'common', '-f', 'job'], {
    cwd: written,
    encoding: 'utf8',
  });
  if (error !== undefined) {
    for (const object of manifestsIn(written, 'common', 'job')) await apply(object);
    return;
  }
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
}

async function ended(job: string): Promise<string> {
  let condition = '';
  await until(
    async () => {
      const { status } = await api.must<JobObject>('GET', `/${paths['Job'] ?? ''}/${job}`);
      condition = status.conditions?.find((each) => /^(Complete|Failed)$/.test(each.type))?.type ?? '';
      return condition !== '';
    },
    `the end of ${job}`,
    180_000,
  );
  return condition;
}

interface JobObject {
  readonly status: { readonly conditions?: readonly { readonly type: string; readonly status: string }[] };
}

function collectorFolder(name: string): string {
  return kubelet.pods().find((pod) => pod.name.startsWith(`${name}-collector`))?.folder ?? '';
}

/** What the README's commands copy out of the cluster: the collector's file and the pods' logs. */
async function reportOf(
  folder: string,
  name: string,
): Promise<{ exitCode: number | null; load: LoadResult }> {
  const pods = kubelet.pods();
  copyFileSync(join(collectorFolder(name), 'data/metrics.json'), join(folder, 'metrics.json'));
  const shards = pods.filter((pod) => /-\d+-[a-z0-9]+$/.test(pod.name) && pod.name.startsWith(name));
  writeFileSync(join(folder, 'pods.log'), shards.map(({ log }) => log).join(''));
  const out = join(folder, 'merged');
  const { exitCode } = await runCli(['report', folder, '--out', out]);
  return { exitCode, load: JSON.parse(readFileSync(join(out, 'load.json'), 'utf8')) as LoadResult };
}

it('takes the manifests, and refuses a field that it does not know', async () => {
  const objects = manifestsIn(await writeRun(), 'common', 'job');
  for (const object of objects) await apply(object, '&dryRun=All');
  const job = objects.find(({ kind }) => kind === 'Job');
  const typo = { ...job, spec: { ...job?.spec, BackoffLimits: 0 } } as unknown as KubernetesObject;
  await expect(apply(typo, '&dryRun=All')).rejects.toThrow('BackoffLimits');
}, 120_000);

it('runs the Job in three pods to a valid report', async () => {
  const written = await writeRun({ stage: { seed: 11 } });
  await applyFolders(written);
  expect(await ended('popsell-load-smoke-11')).toBe('Complete');
  expect(await ended('popsell-load-smoke-11-start')).toBe('Complete');
  const { exitCode, load } = await reportOf(written, 'popsell-load-smoke-11');
  expect(load.validity).toMatchObject({ reasons: [], droppedIterations: 0, exceptions: 0 });
  expect(load.validity.generatorCpu).toBeGreaterThan(0);
  expect(load).toMatchObject({ verdict: 'passed', requests: planned, shards: 3 });
  expect(exitCode).toBe(0);
}, 300_000);

it('fails the Job and the report where a pod is lost', async () => {
  const folder = await writeRun({ stage: { seed: 12, durationSeconds: 30 } });
  for (const object of manifestsIn(folder, 'common', 'job')) await apply(object);
  expect(await ended('popsell-load-smoke-12-start')).toBe('Complete');
  const file = join(collectorFolder('popsell-load-smoke-12'), 'data/metrics.json');
  await until(
    () => Promise.resolve(readFileSync(file, 'utf8').includes('"popsell.shard","value":{"stringValue":"2"}')),
    'an export of the second pod',
  );
  const lost = kubelet.pods().find(({ name }) => name.startsWith('popsell-load-smoke-12-1-'));
  lost?.containers.forEach(({ child }) => child.kill('SIGKILL'));
  expect(await ended('popsell-load-smoke-12')).toBe('Failed');
  // The others are told to stop, and say how they ended.
  await until(
    () =>
      Promise.resolve(
        kubelet
          .pods()
          .every(
            ({ name, containers }) =>
              !name.startsWith('popsell-load-smoke-12-') ||
              name.includes('collector') ||
              containers.every(({ child }) => child.exitCode !== null || child.signalCode !== null),
          ),
      ),
    'the end of the other pods',
  );
  const { exitCode, load } = await reportOf(folder, 'popsell-load-smoke-12');
  expect(load.verdict).toBe('invalid');
  expect(load.validity.reasons.join('\n')).toContain('Shard 2: its end is not in the file');
  expect(exitCode).toBe(4);
}, 300_000);
