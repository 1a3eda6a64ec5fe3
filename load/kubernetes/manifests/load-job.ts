import {
  labels,
  ports,
  startWaitSeconds,
  variables,
  type KubernetesRun,
  type Manifest,
} from '../kubernetes-run';
import { suiteName } from './config-maps';
import { containerSecurity, podSecurity, users, withoutAccount } from './pod-security';
import { brandsMount, brandsVolume, k6Image, shardEnvironment, shardResources } from './shard-pod';

/** A finished Job and its logs are kept for a day. */
export const keepSeconds = 86_400;
/** For the image, the end of k6, and the last export. */
const marginSeconds = 300;

/** The Indexed Job whose pods are the shards, and the headless Service that gives each of them a name. */
export function loadJob(run: KubernetesRun): Manifest[] {
  const { name, parallelism } = run;
  const podLabels = labels(run, 'shard');
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, labels: labels(run) },
      spec: {
        clusterIP: 'None',
        selector: podLabels,
        // Pods that wait for each other are not ready.
        publishNotReadyAddresses: true,
        ports: [{ name: 'k6', port: ports.k6 }],
      },
    },
    {
      apiVersion: 'batch/v1',
      kind: 'Job',
      metadata: { name, labels: podLabels },
      spec: {
        completionMode: 'Indexed',
        completions: parallelism,
        parallelism,
        // A run that lost a shard is not valid, and a new pod could not catch up: all others are stopped.
        backoffLimit: 0,
        activeDeadlineSeconds: startWaitSeconds + run.runSeconds + marginSeconds,
        ttlSecondsAfterFinished: keepSeconds,
        template: { metadata: { labels: podLabels }, spec: pod(run) },
      },
    },
  ];
}

/** HOST:PORT of each pod's k6: pods of an Indexed Job are named for their index. */
export function peers({ name, parallelism }: Pick<KubernetesRun, 'name' | 'parallelism'>): string[] {
  return Array.from({ length: parallelism }, (_, index) => `${name}-${index}.${name}:${ports.k6}`);
}

/** The sequence of all pods' segments, such as 0,1/3,2/3,3/3; fractions, so that any number of pods is exact. */
export function segments(parallelism: number): string {
  return ['0', ...Array.from({ length: parallelism }, (_, index) => `${index + 1}/${parallelism}`)].join(',');
}

function pod(run: KubernetesRun): object {
  return {
    ...withoutAccount,
    subdomain: run.name,
    restartPolicy: 'Never',
    terminationGracePeriodSeconds: 60,
    securityContext: podSecurity(users.k6),
    topologySpreadConstraints: [
      {
        // One node's network or cores should not be the limit of all.
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'ScheduleAnyway',
        labelSelector: { matchLabels: labels(run, 'shard') },
      },
    ],
    containers: [
      {
        name: 'k6',
        image: k6Image,
        command: ['/bin/sh', '/suite/run-shard.sh'],
        env: [
          ...shardEnvironment(run, 'job'),
          ...variables({
            SHARDS: String(run.parallelism),
            SEGMENTS: segments(run.parallelism),
            WORK_DIR: '/work',
            POPSELL_K6_PORT: String(ports.k6),
          }),
          { name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } },
          { name: 'POD_UID', valueFrom: { fieldRef: { fieldPath: 'metadata.uid' } } },
          {
            name: 'POPSELL_CORES_MILLI',
            valueFrom: { resourceFieldRef: { resource: 'limits.cpu', divisor: '1m' } },
          },
        ],
        ports: [{ name: 'k6', containerPort: ports.k6 }],
        resources: shardResources(run),
        securityContext: containerSecurity,
        volumeMounts: [
          { name: 'suite', mountPath: '/suite', readOnly: true },
          brandsMount,
          { name: 'work', mountPath: '/work' },
        ],
      },
    ],
    volumes: [
      { name: 'suite', configMap: { name: suiteName(run) } },
      brandsVolume(run),
      { name: 'work', emptyDir: { sizeLimit: '64Mi' } },
    ],
  };
}
