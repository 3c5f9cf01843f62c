/** What a link to logs or traces is about: the narrowest that is known. */
export interface LinkSubject {
  readonly kind: "system" | "namespace" | "environment";
  /** Value of the label; kebab case, so it needs no escaping in a query. */
  readonly name: string;
}

/**
 * Attribute of a trace's resource for each label of logs: `system` and
 * `deployment.environment.name` are set by the systems through `OTEL_RESOURCE_ATTRIBUTES`, the
 * others are added where traces are received.
 * @see https://opentelemetry.io/docs/specs/semconv/resource/k8s/
 */
export const RESOURCE_ATTRIBUTES = {
  system: "system",
  namespace: "k8s.namespace.name",
  pod: "k8s.pod.name",
  environment: "deployment.environment.name",
} as const;
