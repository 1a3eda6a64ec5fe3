import { labels, type KubernetesRun, type Manifest } from '../kubernetes-run';
import { suiteName } from './config-maps';
import { containerSecurity, podSecurity, users } from './pod-security';
import { brandsMount, brandsVolume, k6Image, shardEnvironment, shardResources } from './shard-pod';

/**
 * The same run for clusters with grafana/k6-operator: it makes the pods, gives each its segment and the tag
 * instance_id, and starts them together. Without `cleanup`, so that the pods' logs stay until they were read.
 */
export function testRun(run: KubernetesRun): Manifest {
  const secure = {
    securityContext: podSecurity(users.k6),
    containerSecurityContext: containerSecurity,
    automountServiceAccountToken: 'false',
    metadata: { labels: labels(run) },
  };
  return {
    apiVersion: 'k6.io/v1alpha1',
    kind: 'TestRun',
    metadata: { name: run.name, labels: labels(run) },
    spec: {
      parallelism: run.parallelism,
      // One runner a node; take it out where there are fewer nodes than runners.
      separate: true,
      arguments: '--out opentelemetry',
      script: { configMap: { name: suiteName(run), file: 'chatrooms.js' } },
      // It would run k6 inspect with none of the runners' variables.
      initializer: { disabled: true },
      starter: secure,
      runner: {
        ...secure,
        image: k6Image,
        env: shardEnvironment(run, 'k6-operator'),
        resources: shardResources(run),
        volumes: [brandsVolume(run)],
        volumeMounts: [brandsMount],
      },
    },
  };
}
