/** Fields of a StatefulSet's `spec` that may change. */
const STATEFUL_SET =
  /^spec\.(replicas|ordinals|template|updateStrategy|revisionHistoryLimit|persistentVolumeClaimRetentionPolicy|minReadySeconds)\b/;
/** Fields of a claim's `spec` that may change; its size may only grow. */
const CLAIM =
  /^spec\.(resources\.requests\.storage|volumeAttributesClassName)$/;

/** By kind: whether Kubernetes refuses a change of a field, given as a path with dots. */
const REFUSED: Readonly<Record<string, (path: string) => boolean>> = {
  StatefulSet: (path) => path.startsWith("spec.") && !STATEFUL_SET.test(path),
  Deployment: (path) => path.startsWith("spec.selector."),
  DaemonSet: (path) => path.startsWith("spec.selector."),
  PersistentVolumeClaim: (path) =>
    path.startsWith("spec.") && !CLAIM.test(path),
  Job: (path) => /^spec\.(template|selector|completionMode)\b/.test(path),
  Service: (path) => /^spec\.clusterIPs?\b/.test(path),
  StorageClass: (path) =>
    /^(provisioner|parameters|reclaimPolicy|volumeBindingMode)\b/.test(path),
  RoleBinding: (path) => path.startsWith("roleRef."),
  ClusterRoleBinding: (path) => path.startsWith("roleRef."),
  PriorityClass: (path) => /^(value|preemptionPolicy)$/.test(path),
  IngressClass: (path) => path === "spec.controller",
};

/**
 * Whether Kubernetes refuses to change a field of an object that exists.
 *
 * @param kind of the object: `StatefulSet`
 * @param path of the field: `spec.volumeClaimTemplates.0.spec.resources.requests.storage`
 * @see https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/
 */
export const refusesChange = (kind: string, path: string): boolean =>
  REFUSED[kind]?.(path) ?? false;
