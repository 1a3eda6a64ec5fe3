import { labels, type KubernetesRun, type Manifest } from '../kubernetes-run';

/** Kubernetes refuses ConfigMaps with more data. */
export const configMapLimitBytes = 1_048_576;

/** Thrown where a run does not fit into ConfigMaps; the message says what to do. */
export class ConfigMapError extends Error {}

export function suiteName({ name }: Pick<KubernetesRun, 'name'>): string {
  return `${name}-suite`;
}

export function brandsName({ name }: Pick<KubernetesRun, 'name'>): string {
  return `${name}-brands`;
}

/** The scripts in one ConfigMap and the brands in another, so that each has the whole limit. */
export function configMaps(run: KubernetesRun): Manifest[] {
  return [
    configMap(
      run,
      suiteName(run),
      run.scripts,
      'the bundled scripts are too large for one; run the shards on machines of your own with --shard I/N',
    ),
    configMap(
      run,
      brandsName(run),
      { 'brands.txt': run.brands },
      'the target lists too many chatrooms one by one; write ranges, { "from": 400, "to": 419 }, or name fewer',
    ),
  ];
}

function configMap(
  run: KubernetesRun,
  name: string,
  data: Readonly<Record<string, string>>,
  fix: string,
): Manifest {
  const bytes = Object.values(data).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
  if (bytes > configMapLimitBytes) {
    throw new ConfigMapError(
      `ConfigMap ${name} would hold ${bytes} bytes, and Kubernetes takes ${configMapLimitBytes}: ${fix}`,
    );
  }
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, labels: labels(run) },
    immutable: true,
    data,
  };
}
