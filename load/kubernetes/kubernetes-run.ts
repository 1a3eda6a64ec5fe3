import type { RunIdentity } from './run-identity';

/** Everything that the manifests of one run are made of. */
export interface KubernetesRun {
  /** Name of the Job, and start of all other names; a DNS label. */
  readonly name: string;
  readonly identity: RunIdentity;
  /** Number of pods. */
  readonly parallelism: number;
  /** Variables of k6 and its script, without the token. */
  readonly environment: Readonly<Record<string, string>>;
  /** Files of the suite by name: bundles and the script of a pod. */
  readonly scripts: Readonly<Record<string, string>>;
  /** The target's brands, as POPSELL_BRANDS has them. */
  readonly brands: string;
  /** From the first request to the last answer; a whole number. */
  readonly runSeconds: number;
  readonly vusPerPod: number;
}

/** Pinned: a run that is repeated must be repeated with the same programs. */
export const images = {
  k6: 'grafana/k6:2.2.0',
  collector: 'otel/opentelemetry-collector-contrib:0.145.0',
} as const;

/** Where the token stands; made by hand, so that no manifest holds it. */
export const tokenSecret = { name: 'popsell-token', key: 'token' } as const;

export const ports = { k6: 6565, otlp: 4318 } as const;

/** How long pods wait for each other: images are pulled, nodes are added. */
export const startWaitSeconds = 600;

/** One Kubernetes object. */
export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: { readonly name: string; readonly labels: Readonly<Record<string, string>> };
  readonly [field: string]: unknown;
}

/** What a pod is for; network policies and `kubectl logs -l` tell pods apart by it. */
export type Role = 'shard' | 'starter' | 'collector';

export function labels({ name }: Pick<KubernetesRun, 'name'>, role?: Role): Record<string, string> {
  return {
    'app.kubernetes.io/name': 'popsell-load',
    'app.kubernetes.io/instance': name,
    ...(role === undefined ? {} : { 'app.kubernetes.io/component': role }),
  };
}

export function collectorName({ name }: Pick<KubernetesRun, 'name'>): string {
  return `${name}-collector`;
}

/** URL that metrics are sent to. */
export function metricsUrl(run: Pick<KubernetesRun, 'name'>): string {
  return `http://${collectorName(run)}:${ports.otlp}/v1/metrics`;
}

/** A list of variables, as containers take them. */
export function variables(all: Readonly<Record<string, string>>): { name: string; value: string }[] {
  return Object.entries(all).map(([name, value]) => ({ name, value }));
}
