import { GATEWAY_PORTS, GATEWAY_SERVICE } from "../helm/alloy/gateway-ports";
import type { EnvironmentConfig } from "../model/environment";
import type { KubernetesDataObject } from "../model/kubernetes-object";
import { RESOURCE_ATTRIBUTES } from "../model/links/resource-attributes";
import type { Service } from "../model/service";
import { fixedShareOf, tracedWorkloads } from "../model/service-traces";
import { GATHERED, SENT } from "../model/tail-sampling";
import { sdkShare } from "../model/trace-sampling";
import type { OwnSpan } from "../model/traced-workload";
import type { Values } from "../helm/parts/values";

/** What the owner of a workload needs to send traces that can be found. */
export interface TracingSettings {
  readonly workload: string;
  /** For `kubectl apply -f`. */
  readonly configMap: KubernetesDataObject;
  /** Parts of the container's specification. */
  readonly container: Values;
  /** What the application must do itself. */
  readonly spans: readonly OwnSpan[];
}

/** Label of the pod with the version of its application. */
const VERSION_LABEL = "app.kubernetes.io/version";

/**
 * Settings of the tracing SDK of each workload of a system, as environment variables that every
 * OpenTelemetry SDK reads.
 */
export const tracingSettings = (
  service: Service,
  environment: EnvironmentConfig,
): readonly TracingSettings[] =>
  tracedWorkloads(service).map(({ workload, spans = [] }) => {
    const name = `${workload}-tracing`;
    return {
      workload,
      configMap: {
        apiVersion: "v1",
        kind: "ConfigMap",
        metadata: {
          name,
          namespace: service.namespace,
          labels: { "app.kubernetes.io/part-of": service.key },
        },
        data: sdkVariables(service, environment, workload),
      },
      container: {
        envFrom: [{ configMapRef: { name } }],
        env: [
          {
            name: "APPLICATION_VERSION",
            valueFrom: {
              fieldRef: { fieldPath: `metadata.labels['${VERSION_LABEL}']` },
            },
          },
          {
            // Overrides the ConfigMap's variable, which cannot know the version; Kubernetes
            // substitutes it only here.
            name: "OTEL_RESOURCE_ATTRIBUTES",
            value: `${resourceAttributes(service, environment)},service.version=$(APPLICATION_VERSION)`,
          },
        ],
      },
      spans,
    };
  });

/**
 * Environment variables of one workload's tracing SDK; `workload` is the `service.name` of its
 * spans.
 * @see https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/
 * @see https://opentelemetry.io/docs/specs/otel/protocol/exporter/
 */
export const sdkVariables = (
  service: Service,
  environment: EnvironmentConfig,
  workload: string,
): Readonly<Record<string, string>> => ({
  OTEL_SERVICE_NAME: workload,
  OTEL_RESOURCE_ATTRIBUTES: resourceAttributes(service, environment),
  OTEL_TRACES_EXPORTER: "otlp",
  // Metrics are scraped and logs are read from the console: sending them as well would duplicate
  // them.
  OTEL_METRICS_EXPORTER: "none",
  OTEL_LOGS_EXPORTER: "none",
  OTEL_EXPORTER_OTLP_PROTOCOL: "grpc",
  // Without TLS, which is for addresses inside the cluster only.
  OTEL_EXPORTER_OTLP_ENDPOINT: `http://${GATEWAY_SERVICE}.${environment.namespace}.svc:${String(GATEWAY_PORTS["otlp-grpc"].port)}`,
  OTEL_EXPORTER_OTLP_INSECURE: "true",
  OTEL_PROPAGATORS: "tracecontext,baggage",
  OTEL_BSP_SCHEDULE_DELAY: String(GATHERED.milliseconds),
  OTEL_BSP_EXPORT_TIMEOUT: String(SENT.milliseconds),
  ...samplerVariables(service, environment),
});

/** The caller's sampling decision holds; traces that begin here are sampled. */
const samplerVariables = (
  service: Service,
  { traces }: EnvironmentConfig,
): Readonly<Record<string, string>> =>
  fixedShareOf(service) === undefined
    ? {
        OTEL_TRACES_SAMPLER: "parentbased_traceidratio",
        OTEL_TRACES_SAMPLER_ARG: sdkShare(traces, service.key).toString(),
      }
    : {};

const resourceAttributes = (
  { key }: Service,
  { name }: EnvironmentConfig,
): string =>
  [
    `${RESOURCE_ATTRIBUTES.environment}=${name}`,
    `${RESOURCE_ATTRIBUTES.system}=${key}`,
  ].join(",");
