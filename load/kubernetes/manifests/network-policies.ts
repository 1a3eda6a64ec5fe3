import { labels, ports, type KubernetesRun, type Manifest } from '../kubernetes-run';

/**
 * Who may reach what: k6's REST API can stop a run, and the collector takes figures from whoever sends some. Clusters
 * without a network plugin that knows policies ignore them.
 */
export function networkPolicies(run: KubernetesRun): Manifest[] {
  return [
    policy(run, `${run.name}-k6`, {
      to: labels(run, 'shard'),
      from: labels(run, 'starter'),
      port: ports.k6,
    }),
    policy(run, `${run.name}-collector`, {
      to: labels(run, 'collector'),
      from: labels(run),
      port: ports.otlp,
    }),
  ];
}

interface Rule {
  readonly to: Record<string, string>;
  readonly from: Record<string, string>;
  readonly port: number;
}

function policy(run: KubernetesRun, name: string, { to, from, port }: Rule): Manifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, labels: labels(run) },
    spec: {
      podSelector: { matchLabels: to },
      policyTypes: ['Ingress'],
      ingress: [{ from: [{ podSelector: { matchLabels: from } }], ports: [{ protocol: 'TCP', port }] }],
    },
  };
}
