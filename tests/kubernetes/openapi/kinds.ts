/** The kinds that manifests are made of, by the file of Kubernetes' own OpenAPI that defines them. */
export const kinds = {
  ConfigMap: { file: 'api__v1_openapi.json', schema: 'io.k8s.api.core.v1.ConfigMap' },
  Service: { file: 'api__v1_openapi.json', schema: 'io.k8s.api.core.v1.Service' },
  Deployment: { file: 'apis__apps__v1_openapi.json', schema: 'io.k8s.api.apps.v1.Deployment' },
  Job: { file: 'apis__batch__v1_openapi.json', schema: 'io.k8s.api.batch.v1.Job' },
  NetworkPolicy: {
    file: 'apis__networking.k8s.io__v1_openapi.json',
    schema: 'io.k8s.api.networking.v1.NetworkPolicy',
  },
} as const;

export const kubernetesVersion = 'v1.36.3';
