/** The user of the k6 image, and that of the collector's. */
export const users = { k6: 12_345, collector: 10_001 } as const;

/** What the "restricted" Pod Security Standard asks of a pod. */
export function podSecurity(user: number): object {
  return {
    runAsNonRoot: true,
    runAsUser: user,
    runAsGroup: user,
    // Volumes belong to the user, so that it can write to the empty ones.
    fsGroup: user,
    seccompProfile: { type: 'RuntimeDefault' },
  };
}

/** What it asks of a container. */
export const containerSecurity = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
} as const;

/** No pod talks to the cluster's API. */
export const withoutAccount = { automountServiceAccountToken: false, enableServiceLinks: false } as const;
