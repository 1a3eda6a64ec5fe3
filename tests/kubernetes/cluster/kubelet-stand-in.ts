import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import type { Container, PodSpec } from '../support/pod-templates';
import {
  mountVolumes,
  runContainer,
  type LocalCluster,
  type RunningContainer,
} from '../support/run-container';
import type { Api } from './api';

/** A pod as the API tells it, as far as the stand-in looks. */
interface Pod {
  readonly metadata: {
    readonly name: string;
    readonly uid: string;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly labels?: Readonly<Record<string, string>>;
    readonly deletionTimestamp?: string;
  };
  readonly spec: PodSpec & {
    readonly nodeName?: string;
    readonly hostname?: string;
    readonly subdomain?: string;
  };
}

interface Started {
  readonly pod: Pod;
  readonly ip: string;
  readonly folder: string;
  /** Undefined until the pod runs. */
  containers?: readonly RunningContainer[];
}

export interface KubeletStandIn {
  /** Of a pod that was started: its folder, in which volumes are folders too, and what it printed. */
  readonly pods: () => readonly {
    readonly name: string;
    readonly folder: string;
    readonly log: string;
    readonly containers: readonly RunningContainer[];
  }[];
  readonly stop: () => Promise<void>;
}

const nodeName = 'this-machine';

/**
 * Registers a Node, binds every pod of a namespace to it, gives each a loopback address, runs its containers' commands
 * as local processes, and tells the API how they are. It enforces no limits and pulls no images.
 */
export async function startKubelet(
  api: Api,
  namespace: string,
  folder: string,
  cluster: Omit<LocalCluster, 'configMap' | 'secret'>,
): Promise<KubeletStandIn> {
  await api.must('POST', '/api/v1/nodes', { metadata: { name: nodeName } });
  const base = `/api/v1/namespaces/${namespace}`;
  const known = new Map<string, Started>();
  const stopping = new AbortController();

  const admit = async (pod: Pod): Promise<void> => {
    const { name, uid } = pod.metadata;
    const started = { pod, ip: `127.77.0.${known.size + 1}`, folder: join(folder, name) };
    known.set(uid, started);
    mkdirSync(started.folder, { recursive: true });
    if (pod.spec.nodeName === undefined) {
      await api.must('POST', `${base}/pods/${name}/binding`, {
        metadata: { name },
        target: { kind: 'Node', name: nodeName },
      });
    }
    await tell(started, 'Pending', []);
  };

  const run = async (started: Started): Promise<void> => {
    const { pod, ip, folder: own } = started;
    const local = await surroundings();
    // What DNS does not know yet keeps a container from starting here; in a cluster, it would ask again.
    if (!knowsAllNames(pod, local)) return;
    const fields = {
      'status.podIP': ip,
      'metadata.uid': pod.metadata.uid,
      ...Object.fromEntries(
        Object.entries({ ...pod.metadata.labels, ...pod.metadata.annotations }).flatMap(([key, value]) => [
          [`metadata.annotations['${key}']`, value],
          [`metadata.labels['${key}']`, value],
        ]),
      ),
    };
    const localPod = { spec: pod.spec, folder: own, fields };
    mountVolumes(localPod, local);
    const containers = pod.spec.containers.map((each: Container) => runContainer(each, localPod, local));
    started.containers = containers;
    await tell(started, 'Running', containers);
    void Promise.all(containers.map(({ ended }) => ended)).then((codes) =>
      tell(started, codes.every((code) => code === 0) ? 'Succeeded' : 'Failed', containers, codes),
    );
  };

  /** The ConfigMaps, Secrets and names of now. */
  const surroundings = async (): Promise<LocalCluster & { readonly services: readonly string[] }> => {
    const [configMaps, secrets, services] = await Promise.all(
      ['configmaps', 'secrets', 'services'].map((kind) => api.must<List>('GET', `${base}/${kind}`)),
    );
    const names: [string, string][] = [];
    for (const { metadata, spec } of services?.items ?? []) {
      const chosen = [...known.values()].filter(({ pod }) => matches(pod, spec?.selector ?? {}));
      for (const { pod, ip } of chosen) {
        names.push(
          spec?.clusterIP === 'None'
            ? [`${pod.spec.hostname ?? ''}.${metadata.name}:`, `${ip}:`]
            : [`${metadata.name}:`, `${ip}:`],
        );
      }
    }
    return {
      ...cluster,
      services: (services?.items ?? []).map(({ metadata }) => metadata.name),
      replaced: [...cluster.replaced, ...names],
      configMap: (name) => configMaps?.items.find(({ metadata }) => metadata.name === name)?.data ?? {},
      secret: (name, key) =>
        Buffer.from(
          secrets?.items.find(({ metadata }) => metadata.name === name)?.data?.[key] ?? '',
          'base64',
        ).toString(),
    };
  };

  const tell = async (
    { pod, ip }: Started,
    phase: string,
    containers: readonly RunningContainer[],
    codes: readonly (number | null)[] = [],
  ): Promise<void> => {
    const isReady = phase === 'Running' ? 'True' : 'False';
    const status = {
      phase,
      podIP: ip,
      podIPs: [{ ip }],
      hostIP: '127.0.0.1',
      startTime: new Date().toISOString(),
      conditions: ['Ready', 'ContainersReady'].map((type) => ({ type, status: isReady })),
      containerStatuses: containers.map((_, index) => ({
        name: pod.spec.containers[index]?.name,
        image: pod.spec.containers[index]?.image,
        imageID: '',
        restartCount: 0,
        ready: phase === 'Running',
        state:
          codes.length === 0
            ? { running: { startedAt: new Date().toISOString() } }
            : { terminated: { exitCode: codes[index] ?? 137, finishedAt: new Date().toISOString() } },
      })),
    };
    // Where the pod, or at the end the API server, is gone there is nobody to tell.
    await api
      .send('PATCH', `${base}/pods/${pod.metadata.name}/status`, { status }, 'merge-patch+json')
      .catch(() => undefined);
  };

  const remove = async ({ pod, containers = [] }: Started): Promise<void> => {
    containers.forEach(({ child }) => child.kill('SIGTERM'));
    await Promise.all(containers.map(({ ended }) => ended));
    await api.send('DELETE', `${base}/pods/${pod.metadata.name}?gracePeriodSeconds=0`).catch(() => undefined);
  };

  const removed = new Set<string>();
  const turn = async (): Promise<void> => {
    const { items } = await api.must<{ items: Pod[] }>('GET', `${base}/pods`);
    for (const pod of items) if (!known.has(pod.metadata.uid)) await admit(pod);
    for (const pod of items) {
      const started = known.get(pod.metadata.uid);
      if (started === undefined || removed.has(pod.metadata.uid)) continue;
      if (pod.metadata.deletionTimestamp !== undefined) {
        removed.add(pod.metadata.uid);
        void remove(started);
      } else if (started.containers === undefined) await run(started);
    }
  };
  const loop = (async () => {
    while (!stopping.signal.aborted) {
      // A pod may be changed or gone between two looks: the next one sees how it is.
      await turn().catch((error: unknown) => {
        console.error(`kubelet: ${String(error)}`);
      });
      await delay(200);
    }
  })();
  return {
    pods: () =>
      [...known.values()].map(({ pod, folder: own, containers = [] }) => ({
        name: pod.metadata.name,
        folder: own,
        log: containers.map(({ output }) => output()).join(''),
        containers,
      })),
    stop: async () => {
      stopping.abort();
      await loop;
      const all = [...known.values()].flatMap(({ containers = [] }) => containers);
      all.forEach(({ child }) => child.kill('SIGKILL'));
      await Promise.all(all.map(({ ended }) => ended));
    },
  };
}

interface List {
  readonly items: readonly {
    readonly metadata: { readonly name: string };
    readonly data?: Readonly<Record<string, string>>;
    readonly spec?: { readonly selector?: Readonly<Record<string, string>>; readonly clusterIP?: string };
  }[];
}

/** Every HOST: in a variable that names a Service has an address by now. */
function knowsAllNames(
  { spec }: Pod,
  { services, replaced }: LocalCluster & { readonly services: readonly string[] },
): boolean {
  return spec.containers
    .flatMap(({ env = [] }) => env.flatMap(({ value }) => value ?? []))
    .map((value) => replaced.reduce((text, [from, to]) => text.replaceAll(from, to), value))
    .every((value) => services.every((name) => !value.includes(`${name}:`)));
}

function matches({ metadata }: Pod, selector: Readonly<Record<string, string>>): boolean {
  return Object.entries(selector).every(([label, value]) => metadata.labels?.[label] === value);
}
