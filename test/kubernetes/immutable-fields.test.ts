import { refusesChange } from "../../kubernetes/immutable-fields";

const CLAIM_SIZE =
  "spec.volumeClaimTemplates.0.spec.resources.requests.storage";

it.each([
  ["StatefulSet", CLAIM_SIZE],
  ["StatefulSet", "spec.serviceName"],
  ["StatefulSet", "spec.selector.matchLabels.app"],
  ["Deployment", "spec.selector.matchLabels.app"],
  ["DaemonSet", "spec.selector.matchLabels.app"],
  ["PersistentVolumeClaim", "spec.storageClassName"],
  ["Job", "spec.template.spec.containers.0.image"],
  ["Service", "spec.clusterIP"],
  ["RoleBinding", "roleRef.name"],
  ["ClusterRoleBinding", "roleRef.name"],
  ["PriorityClass", "value"],
  ["StorageClass", "parameters.type"],
  ["IngressClass", "spec.controller"],
])("%s: %s is refused", (kind, path) => {
  expect(refusesChange(kind, path)).toBe(true);
});

it.each([
  ["StatefulSet", "spec.replicas"],
  ["StatefulSet", "spec.template.spec.containers.0.image"],
  ["StatefulSet", "spec.persistentVolumeClaimRetentionPolicy.whenDeleted"],
  ["StatefulSet", "metadata.labels.app"],
  ["Deployment", "spec.template.metadata.labels.app"],
  ["PersistentVolumeClaim", "spec.resources.requests.storage"],
  ["Service", "spec.ports.0.port"],
  ["ConfigMap", "data.a"],
])("%s: %s may change", (kind, path) => {
  expect(refusesChange(kind, path)).toBe(false);
});
