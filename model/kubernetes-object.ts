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

/** A Kubernetes object without a `spec`: a ServiceAccount, a ConfigMap. */
export type KubernetesDataObject = Omit<KubernetesObject, "spec"> & {
  /** Files of a ConfigMap, by name. */
  readonly data?: Readonly<Record<string, string>>;
  /** Whether the pods of a ServiceAccount get a token for the API server. */
  readonly automountServiceAccountToken?: boolean;
};

/**
 * Labels of every object that this project makes, for readers and `kubectl get -l`; no selector
 * uses them.
 */
export const managedLabels = (
  system: string,
): Readonly<Record<string, string>> => ({
  "app.kubernetes.io/part-of": "monitoring-stack",
  "monitoring-stack/managed": "true",
  "monitoring-stack/system": system,
});
