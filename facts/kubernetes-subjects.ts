/** A service account of a Kubernetes cluster. */
export interface KubernetesSubject {
  readonly namespace: string;
  readonly serviceAccount: string;
}

/**
 * Reads the subject of a service account's token.
 *
 * Documented at https://kubernetes.io/docs/reference/access-authn-authz/authentication/#service-account-tokens
 */
export function parseKubernetesSubject(subject: string): KubernetesSubject | undefined {
  const [, namespace, serviceAccount] = /^system:serviceaccount:([^:\s]+):([^:\s]+)$/.exec(subject) ?? [];
  return namespace === undefined || serviceAccount === undefined ? undefined : { namespace, serviceAccount };
}

/** Writes the text that {@link parseKubernetesSubject} reads. */
export function formatKubernetesSubject({ namespace, serviceAccount }: KubernetesSubject): string {
  return `system:serviceaccount:${namespace}:${serviceAccount}`;
}
