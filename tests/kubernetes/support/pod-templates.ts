import type { KubernetesObject } from './manifest-files';

/** Where the value of a variable comes from. */
export interface ContainerVariable {
  readonly name: string;
  readonly value?: string;
  readonly valueFrom?: {
    readonly secretKeyRef?: { readonly name: string; readonly key: string };
    readonly fieldRef?: { readonly fieldPath: string };
    readonly resourceFieldRef?: { readonly resource: string; readonly divisor: string };
  };
}

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly command?: readonly string[];
  readonly args?: readonly string[];
  readonly env?: readonly ContainerVariable[];
  readonly resources: { readonly limits: Readonly<Record<string, string>> };
  readonly securityContext: object;
  readonly volumeMounts?: readonly { readonly name: string; readonly mountPath: string }[];
}

export interface PodSpec {
  readonly containers: readonly Container[];
  readonly volumes?: readonly {
    readonly name: string;
    readonly configMap?: { readonly name: string };
    readonly emptyDir?: object;
  }[];
  readonly securityContext: object;
}

/** The pods that Jobs and Deployments are made of. */
export function podsOf(objects: readonly KubernetesObject[]): PodSpec[] {
  return objects.flatMap(({ spec }) => {
    const template = spec?.['template'] as { spec: PodSpec } | undefined;
    return template === undefined ? [] : [template.spec];
  });
}
