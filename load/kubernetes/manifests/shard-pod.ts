import { images, metricsUrl, tokenSecret, variables, type KubernetesRun } from '../kubernetes-run';
import { resourceAttributes } from '../run-identity';
import { brandsName } from './config-maps';

/** Two cores keep a generator of some thousand requests a second off its limits. */
const cpu = { request: '1', limit: '2' } as const;
const baseMemoryMi = 192;

/** What a pod that runs k6 needs, whoever makes the pod. */
export function shardEnvironment(run: KubernetesRun, startedBy: 'job' | 'k6-operator'): object[] {
  return [
    ...variables(run.environment),
    ...variables({
      POPSELL_BRANDS_FILE: '/brands/brands.txt',
      POPSELL_COLLECTOR: metricsUrl(run),
      OTEL_RESOURCE_ATTRIBUTES: resourceAttributes(run.identity, run.parallelism, startedBy),
    }),
    { name: 'POPSELL_TOKEN', valueFrom: { secretKeyRef: tokenSecret } },
  ];
}

/** Memory that a pod gets, in MiB. */
export function podMemoryMi(vusPerPod: number): number {
  return Math.ceil((baseMemoryMi + vusPerPod) / 64) * 64;
}

/** Memory grows with the VUs only: without its summary and thresholds, k6 keeps no samples. */
export function shardResources({ vusPerPod }: Pick<KubernetesRun, 'vusPerPod'>): object {
  const memory = `${podMemoryMi(vusPerPod)}Mi`;
  return { requests: { cpu: cpu.request, memory }, limits: { cpu: cpu.limit, memory } };
}

export function brandsVolume(run: KubernetesRun): object {
  return { name: 'brands', configMap: { name: brandsName(run) } };
}

export const brandsMount = { name: 'brands', mountPath: '/brands', readOnly: true } as const;

export const k6Image = images.k6;
