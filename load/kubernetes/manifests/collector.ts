import { stringify } from 'yaml';

import { collectorName, images, labels, ports, type KubernetesRun, type Manifest } from '../kubernetes-run';
import { containerSecurity, podSecurity, users, withoutAccount } from './pod-security';

/** Where the collector writes to, in both of its containers. */
export const metricsFile = '/data/metrics.json';

/** An OpenTelemetry Collector that writes what pods export to a file, and a container to fetch it from. */
export function collector(run: KubernetesRun): Manifest[] {
  const name = collectorName(run);
  const podLabels = labels(run, 'collector');
  return [
    {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name, labels: labels(run) },
      immutable: true,
      data: { 'collector.yaml': stringify(collectorConfig) },
    },
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, labels: labels(run) },
      spec: { selector: podLabels, ports: [{ name: 'otlp-http', port: ports.otlp, targetPort: ports.otlp }] },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, labels: labels(run) },
      spec: {
        replicas: 1,
        // Two collectors would share the exports, and neither file would be whole.
        strategy: { type: 'Recreate' },
        selector: { matchLabels: podLabels },
        template: { metadata: { labels: podLabels }, spec: pod(name) },
      },
    },
  ];
}

const collectorConfig = {
  receivers: { otlp: { protocols: { http: { endpoint: `\${env:POD_IP}:${ports.otlp}` } } } },
  processors: {
    // k6's own timings, which the report makes no use of, would be nine tenths of the file.
    filter: {
      error_mode: 'propagate',
      metrics: { metric: ['not IsMatch(name, "^(popsell_.*|dropped_iterations|vus)$")'] },
    },
  },
  // Where the collector is restarted, the file goes on.
  exporters: { file: { path: metricsFile, append: true, flush_interval: '1s' } },
  service: {
    telemetry: { metrics: { level: 'none' } },
    pipelines: { metrics: { receivers: ['otlp'], processors: ['filter'], exporters: ['file'] } },
  },
};

function pod(name: string): object {
  return {
    ...withoutAccount,
    securityContext: podSecurity(users.collector),
    containers: [
      {
        name: 'collector',
        image: images.collector,
        args: ['--config=/config/collector.yaml'],
        env: [{ name: 'POD_IP', valueFrom: { fieldRef: { fieldPath: 'status.podIP' } } }],
        ports: [{ name: 'otlp-http', containerPort: ports.otlp }],
        readinessProbe: { tcpSocket: { port: ports.otlp }, periodSeconds: 2 },
        resources: {
          requests: { cpu: '250m', memory: '256Mi' },
          limits: { cpu: '1', memory: '512Mi' },
        },
        securityContext: containerSecurity,
        volumeMounts: [
          { name: 'config', mountPath: '/config', readOnly: true },
          { name: 'data', mountPath: '/data' },
        ],
      },
      {
        // The collector's image has no shell and no tar: nothing could be copied out of it.
        name: 'files',
        image: images.k6,
        command: ['/bin/sh', '-c', "trap 'exit 0' TERM INT; while :; do sleep 3600 & wait $!; done"],
        resources: { requests: { cpu: '10m', memory: '16Mi' }, limits: { cpu: '500m', memory: '64Mi' } },
        securityContext: containerSecurity,
        volumeMounts: [{ name: 'data', mountPath: '/data', readOnly: true }],
      },
    ],
    volumes: [
      { name: 'config', configMap: { name } },
      { name: 'data', emptyDir: { sizeLimit: '4Gi' } },
    ],
  };
}
