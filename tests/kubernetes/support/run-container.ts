import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Container, ContainerVariable, PodSpec } from './pod-templates';

/** A pod that is to run as processes of this machine. */
export interface LocalPod {
  readonly spec: PodSpec;
  /** What fields of the pod, such as status.podIP, are to containers. */
  readonly fields: Readonly<Record<string, string>>;
  /** A folder of its own: volumes become folders in it. */
  readonly folder: string;
}

/** What stands in for the cluster that a pod would see. */
export interface LocalCluster {
  readonly configMap: (name: string) => Readonly<Record<string, string>>;
  readonly secret: (name: string, key: string) => string;
  /** The program that an image starts, by the image's name without its version. */
  readonly programs: Readonly<Record<string, string>>;
  /** Texts that stand for others in variables: names that a cluster would resolve. */
  readonly replaced: readonly (readonly [string, string])[];
  /** Changes a file of a ConfigMap; its name comes with it. */
  readonly changeFile?: (text: string, name: string) => string;
}

export interface RunningContainer {
  readonly child: ChildProcess;
  /** Resolves with the exit code; null for a signal. */
  readonly ended: Promise<number | null>;
  readonly output: () => string;
}

/** Makes the folders of a pod's volumes; call it once, before its containers. */
export function mountVolumes({ spec, folder }: LocalPod, cluster: LocalCluster): void {
  for (const { name, configMap } of spec.volumes ?? []) {
    const volume = join(folder, name);
    mkdirSync(volume, { recursive: true });
    if (configMap === undefined) continue;
    for (const [file, text] of Object.entries(cluster.configMap(configMap.name))) {
      const changed = cluster.changeFile?.(text, file) ?? text;
      writeFileSync(join(volume, file), file.endsWith('.js') ? changed : withFolders(changed, spec, folder));
    }
  }
}

/** Runs a container's own command as a local process, with folders in place of what is mounted. */
export function runContainer(container: Container, pod: LocalPod, cluster: LocalCluster): RunningContainer {
  const bin = join(pod.folder, 'bin');
  mkdirSync(bin, { recursive: true });
  const program = cluster.programs[container.image.replace(/:[^/:]*$/, '')];
  if (program === undefined) throw new Error(`no program stands in for ${container.image}`);
  const name = container.image.startsWith('grafana/k6:') ? 'k6' : container.name;
  linkOnce(program, join(bin, name));
  const [command = '', ...parameters] = [
    ...(container.command ?? [join(bin, name)]),
    ...(container.args ?? []),
  ].map((text) => withFolders(text, pod.spec, pod.folder));
  const child = spawn(command, parameters, {
    cwd: pod.folder,
    env: { PATH: `${bin}:${process.env['PATH'] ?? ''}`, ...variablesOf(container, pod, cluster) },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  // A container ends with its first process, whatever else runs in it.
  child.once('exit', () => {
    killGroup(child);
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => (output += text));
  }
  return {
    child,
    output: () => output,
    ended: new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    }),
  };
}

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // Nothing else was running.
  }
}

function linkOnce(program: string, link: string): void {
  try {
    symlinkSync(program, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function variablesOf(container: Container, pod: LocalPod, cluster: LocalCluster): Record<string, string> {
  return Object.fromEntries(
    (container.env ?? []).map((variable) => {
      const value = withFolders(valueOf(variable, container, pod, cluster), pod.spec, pod.folder);
      return [variable.name, cluster.replaced.reduce((text, [from, to]) => text.replaceAll(from, to), value)];
    }),
  );
}

function valueOf(
  { name, value, valueFrom }: ContainerVariable,
  { resources }: Container,
  { fields }: LocalPod,
  { secret }: LocalCluster,
): string {
  if (value !== undefined || valueFrom === undefined) return value ?? '';
  const { secretKeyRef, fieldRef, resourceFieldRef } = valueFrom;
  if (secretKeyRef !== undefined) return secret(secretKeyRef.name, secretKeyRef.key);
  const field = fields[fieldRef?.fieldPath ?? ''];
  if (field !== undefined) return field;
  const limit = resources.limits['cpu'];
  if (resourceFieldRef?.resource === 'limits.cpu' && limit !== undefined) {
    return limit.endsWith('m') ? limit.slice(0, -1) : String(Number(limit) * 1_000);
  }
  throw new Error(`nothing is known of the variable ${name}`);
}

/** A text with every mounted path in it replaced by the volume's folder. */
function withFolders(text: string, { containers }: PodSpec, folder: string): string {
  return containers
    .flatMap(({ volumeMounts = [] }) => volumeMounts)
    .reduce(
      (result, { name, mountPath }) =>
        result.replaceAll(new RegExp(`(?<=^|[\\s='"])${mountPath}(?=/|$)`, 'g'), join(folder, name)),
      text,
    );
}
