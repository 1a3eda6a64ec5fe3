import { join } from 'node:path';

import { kubernetesStage, type KubernetesStage } from '../../../scripts/run/kubernetes-stage';
import { noGitHub } from '../../../scripts/terminal/github';
import { scratchFolder } from '../../support/scratch';
import { aTargetFile } from '../../support/target-file';

/** The address that the manifests name; where pods are local processes, another one stands in its place. */
export const podBaseUrl = 'https://chat.example.test/api/v2';

export interface RunToWrite {
  readonly stage?: Partial<KubernetesStage>;
  /** Changes of the target file, which allows 200 requests a second. */
  readonly target?: object;
  readonly environment?: Record<string, string>;
  readonly folder?: string;
}

/** Writes the manifests of a run in three pods, as npm run load -- --kubernetes does; returns their folder. */
export async function writeRun({
  stage = {},
  target = {},
  environment = {},
  folder = join(scratchFolder(), 'k8s'),
}: RunToWrite = {}): Promise<string> {
  const file = aTargetFile({
    baseUrl: podBaseUrl,
    token: '${POPSELL_TOKEN}',
    load: { allow: true, maxRatePerSecond: 200 },
    brands: [
      { id: 3, chatrooms: [301, 302] },
      { id: 4, chatrooms: { from: 400, to: 419 } },
    ],
    ...target,
  });
  const asked = { target: file, profile: 'smoke', parallelism: 3, seed: 7, folder, ...stage };
  await kubernetesStage(asked, {
    environment,
    signal: new AbortController().signal,
    terminal: { interactive: false, color: false, say: () => undefined, github: noGitHub },
  });
  return folder;
}
