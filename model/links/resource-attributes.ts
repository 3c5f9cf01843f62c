/**
 * Resource attribute of traces for each label of logs. Systems set `system` and
 * `deployment.environment.name` through `OTEL_RESOURCE_ATTRIBUTES`; the collector adds the others.
 * @see https://opentelemetry.io/docs/specs/semconv/resource/k8s/
 */
export const RESOURCE_ATTRIBUTES = {
  system: "system",
  namespace: "k8s.namespace.name",
  pod: "k8s.pod.name",
  environment: "deployment.environment.name",
} as const;
