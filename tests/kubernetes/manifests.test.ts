import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { podsOf } from './support/pod-templates';
import { filesIn, manifestsIn, type KubernetesObject } from './support/manifest-files';
import { runCli } from '../support/run-cli';
import { scratchFolder } from '../support/scratch';
import { aTargetFile } from '../support/target-file';
import { writeRun } from './support/write-run';
import { errorsIn } from './openapi/validate-manifest';

const token = 'a-token-that-nobody-may-see';

describe('the manifests', () => {
  let folder: string;
  let objects: KubernetesObject[];
  let job: KubernetesObject;

  beforeAll(async () => {
    folder = await writeRun({ stage: { profile: 'load' }, environment: { POPSELL_TOKEN: token } });
    objects = manifestsIn(folder, 'common', 'job');
    job = required(objects.find(({ kind, metadata }) => kind === 'Job' && !metadata.name.endsWith('-start')));
  });

  it("are what Kubernetes' own definitions ask for", () => {
    expect(objects.map(({ kind }) => kind).sort()).toEqual([
      'ConfigMap',
      'ConfigMap',
      'ConfigMap',
      'Deployment',
      'Job',
      'Job',
      'NetworkPolicy',
      'NetworkPolicy',
      'Service',
      'Service',
    ]);
    expect(objects.flatMap(errorsIn)).toEqual([]);
  });

  it.each([
    ['a property in another case', (spec: Spec) => (spec['BackoffLimit'] = 0)],
    ['a fraction', (spec: Spec) => (spec['activeDeadlineSeconds'] = 920.5)],
    ['a text for a number', (spec: Spec) => (spec['parallelism'] = '3')],
    ['no template', (spec: Spec) => delete spec['template']],
  ])('would be refused with %s', (_, spoil) => {
    const spoiled = structuredClone(job);
    spoil(spoiled.spec as Spec);
    expect(errorsIn(spoiled)).not.toEqual([]);
  });

  it('hand on what shapes the traffic, and keep k6 within the memory of its pod', async () => {
    const folder = await writeRun({ stage: { popularity: 'zipf' } });
    const text = JSON.stringify(manifestsIn(folder, 'job'));
    expect(text).toContain('{"name":"LOAD_POPULARITY","value":"zipf"}');
    const [, limitMi, ofPodMi] = /"GOMEMLIMIT","value":"(\d+)MiB".*?"memory":"(\d+)Mi"/.exec(text) ?? [];
    expect(Number(limitMi)).toBeLessThan(Number(ofPodMi));
    expect(Number(limitMi)).toBeGreaterThan(0.5 * Number(ofPodMi));
  });

  it('run one pod for each segment, and none twice', () => {
    expect(job.spec).toMatchObject({
      completionMode: 'Indexed',
      completions: 3,
      parallelism: 3,
      backoffLimit: 0,
      template: { spec: { restartPolicy: 'Never', automountServiceAccountToken: false } },
    });
  });

  it('take the token from a Secret, and hold it nowhere', () => {
    const [container] = podsOf([job])[0]?.containers ?? [];
    expect(container?.env).toContainEqual({
      name: 'POPSELL_TOKEN',
      valueFrom: { secretKeyRef: { name: 'popsell-token', key: 'token' } },
    });
    expect(Object.values(filesIn(folder)).filter((text) => text.includes(token))).toEqual([]);
  });

  it('let every pod have the VUs that one machine may have', async () => {
    const many = await writeRun({
      stage: { profile: 'stress', ratePerSecond: 2_000, parallelism: 4 },
      target: { load: { allow: true, maxRatePerSecond: 2_000 } },
    });
    const [pod] = podsOf(
      manifestsIn(many, 'job').filter(({ metadata }) => metadata.name.endsWith('stress-7')),
    );
    const [container] = pod?.containers ?? [];
    expect(container?.env).toContainEqual({ name: 'LOAD_MAX_VUS', value: '8000' });
    // 8,000 VUs in 4 pods, a megabyte each, and what k6 itself takes.
    expect(container?.resources.limits['memory']).toBe('2240Mi');
  });

  it('give every container limits and no rights', () => {
    const pods = podsOf(objects);
    expect(pods).toHaveLength(3);
    for (const pod of pods) {
      expect(pod.securityContext).toMatchObject({
        runAsNonRoot: true,
        runAsUser: expect.any(Number) as number,
        seccompProfile: { type: 'RuntimeDefault' },
      });
      for (const container of pod.containers) {
        expect(container.securityContext).toEqual({
          allowPrivilegeEscalation: false,
          readOnlyRootFilesystem: true,
          capabilities: { drop: ['ALL'] },
        });
        expect(container.resources).toMatchObject({
          requests: { cpu: expect.any(String) as string, memory: expect.any(String) as string },
          limits: { cpu: expect.any(String) as string, memory: expect.any(String) as string },
        });
        expect(container.image).toMatch(/:\d+\.\d+\.\d+$/);
      }
    }
  });

  it('include a TestRun of the shape that runs of the k6-operator were seen with', () => {
    const [testRun] = manifestsIn(folder, 'testrun');
    const name = 'popsell-load-load-7';
    expect(testRun).toMatchObject({
      apiVersion: 'k6.io/v1alpha1',
      kind: 'TestRun',
      metadata: { name },
      spec: {
        parallelism: 3,
        separate: true,
        arguments: '--out opentelemetry',
        script: { configMap: { name: `${name}-suite`, file: 'chatrooms.js' } },
        initializer: { disabled: true },
        runner: {
          env: expect.arrayContaining([
            { name: 'POPSELL_TOKEN', valueFrom: { secretKeyRef: { name: 'popsell-token', key: 'token' } } },
          ]) as unknown[],
          volumes: [{ name: 'brands', configMap: { name: `${name}-brands` } }],
        },
      },
    });
    const names = objects.map(({ metadata }) => metadata.name);
    expect(names).toEqual(expect.arrayContaining([`${name}-suite`, `${name}-brands`]));
  });
});

type Spec = Record<string, unknown>;

describe('nothing is written', () => {
  const manyRooms = Array.from({ length: 110_000 }, (_, at) => 100_000_000 + 2 * at);

  it.each([
    ['without load.allow', { target: { load: undefined } }, 'does not allow load'],
    ['above the allowed rate', { stage: { ratePerSecond: 201 } }, '--rate 200 or less'],
    ['for a loopback target', { target: { baseUrl: 'http://127.0.0.1:4010/api/v2' } }, 'is the pod itself'],
    ['for more pods than VUs', { stage: { parallelism: 30, ratePerSecond: 1 } }, '--parallelism 10 or less'],
    [
      'for more chatrooms than a ConfigMap holds',
      { target: { brands: [{ id: 3, chatrooms: manyRooms }] } },
      'write ranges',
    ],
  ])('%s', async (_, run, message) => {
    const folder = join(scratchFolder(), 'k8s');
    await expect(writeRun({ ...run, folder })).rejects.toThrow(message);
    expect(existsSync(folder)).toBe(false);
  });

  it('where the command line wants two things', async () => {
    const folder = join(scratchFolder(), 'k8s');
    const parameters = ['--target', aTargetFile(), '--kubernetes', folder, '--shard', '1/2'];
    const { exitCode, stderr } = await runCli(['load', ...parameters]);
    expect(stderr).toContain("option '--kubernetes <dir>' cannot be used with option '--shard <i/n>'");
    expect(exitCode).toBe(2);
    expect(existsSync(folder)).toBe(false);
  });
});

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('nothing of the kind is there');
  return value;
}
