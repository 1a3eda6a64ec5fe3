import {
  images,
  labels,
  metricsUrl,
  startWaitSeconds,
  variables,
  type KubernetesRun,
  type Manifest,
} from '../kubernetes-run';
import { suiteName } from './config-maps';
import { keepSeconds, peers } from './load-job';
import { containerSecurity, podSecurity, users, withoutAccount } from './pod-security';

/** The Job that waits for the pods of the load, and starts them together. */
export function startJob(run: KubernetesRun): Manifest {
  const podLabels = labels(run, 'starter');
  return {
    apiVersion: 'batch/v1',
    kind: 'Job',
    metadata: { name: `${run.name}-start`, labels: podLabels },
    spec: {
      backoffLimit: 0,
      activeDeadlineSeconds: startWaitSeconds + 120,
      ttlSecondsAfterFinished: keepSeconds,
      template: {
        metadata: { labels: podLabels },
        spec: {
          ...withoutAccount,
          restartPolicy: 'Never',
          securityContext: podSecurity(users.k6),
          containers: [
            {
              name: 'k6',
              image: images.k6,
              args: ['run', '--quiet', '/suite/start-together.js'],
              env: variables({
                K6_NO_USAGE_REPORT: 'true',
                K6_AUTO_EXTENSION_RESOLUTION: 'false',
                K6_SUMMARY_MODE: 'disabled',
                POPSELL_PEERS: peers(run).join(','),
                POPSELL_COLLECTOR: metricsUrl(run),
                POPSELL_START_WAIT_SECONDS: String(startWaitSeconds),
              }),
              resources: {
                requests: { cpu: '100m', memory: '64Mi' },
                limits: { cpu: '1', memory: '256Mi' },
              },
              securityContext: containerSecurity,
              volumeMounts: [{ name: 'suite', mountPath: '/suite', readOnly: true }],
            },
          ],
          volumes: [{ name: 'suite', configMap: { name: suiteName(run) } }],
        },
      },
    },
  };
}
