import { Document } from 'yaml';

import type { KubernetesRun, Manifest } from './kubernetes-run';
import { collector } from './manifests/collector';
import { configMaps } from './manifests/config-maps';
import { loadJob } from './manifests/load-job';
import { networkPolicies } from './manifests/network-policies';
import { startJob } from './manifests/start-job';
import { testRun } from './manifests/test-run';
import { readme } from './readme';

/**
 * The files of a run by their path: `common` is needed in any case, `job` runs it without an operator, and `testrun`
 * with grafana/k6-operator. Throws a ConfigMapError.
 */
export function kubernetesFiles(run: KubernetesRun): Record<string, string> {
  return {
    'common/config-maps.yaml': yaml(configMaps(run)),
    'common/collector.yaml': yaml(collector(run)),
    'common/network-policies.yaml': yaml(networkPolicies(run)),
    'job/load.yaml': yaml(loadJob(run)),
    'job/start.yaml': yaml([startJob(run)]),
    'testrun/testrun.yaml': yaml([testRun(run)]),
    'README.md': readme(run),
  };
}

/** Long texts as blocks of lines, and no anchors, so that a person can read and change them. */
function yaml(manifests: readonly Manifest[]): string {
  return manifests
    .map((manifest) => {
      const document = new Document(manifest, { aliasDuplicateObjects: false });
      return document.toString({ lineWidth: 0, blockQuote: 'literal' });
    })
    .join('---\n');
}
