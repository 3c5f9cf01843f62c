/** A Kubernetes object as plain data, ready to be sent to the API server. */
export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace: string;
    readonly labels: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec: Readonly<Record<string, unknown>>;
}

/** Labels of every object that this project makes; for readers and `kubectl get -l`, nothing selects by them. */
export const managedLabels = (
  system: string,
): Readonly<Record<string, string>> => ({
  "app.kubernetes.io/part-of": "monitoring-stack",
  "monitoring-stack/managed": "true",
  "monitoring-stack/system": system,
});
