import { logSources } from "../../model/log-pipeline";
import { sendsTraces } from "../../model/service-traces";
import type { StreamLabel } from "../../model/stream-labels";
import type { SampledTraces } from "../../model/trace-sampling";
import type { Service } from "../../model/service";
import { everywhere } from "./gateway-ports";
import type { LoggedService } from "./log-stages";
import { maskedLogs } from "./masked-logs";
import type { LogDestination } from "./masked-logs";
import { renderConfiguration } from "./render-configuration";
import { block, component, reference } from "./syntax";
import type { Block, Component, Reference } from "./syntax";
import { traceSampling } from "./trace-sampling";
import type { SamplingParts } from "./trace-sampling";

/** What the gateway needs from an environment. */
export interface GatewayConfiguration extends LogDestination {
  /** `host:port` of Tempo's OTLP receiver. */
  readonly tempoOtlpGrpc: string;
  /**
   * `http://…/api/v1/write` of every replica of Prometheus: through their common Service, each
   * would get only a part.
   */
  readonly prometheusWrite: readonly string[];
  readonly replicas: SamplingParts["replicas"];
  readonly traces: SampledTraces;
}

/** The settings of services that concern what they send. */
export type ReceivedService = LoggedService & Pick<Service, "traces">;

/** System of undeclared senders. */
const UNKNOWN_SYSTEM = "unknown";

/**
 * Configuration of the gateway to which applications send OTLP and Jaeger: traces go to Tempo,
 * sampled; logs to Loki, masked as those of pods are; metrics to every replica of Prometheus.
 * @see https://grafana.com/docs/alloy/latest/collect/opentelemetry-to-lgtm-stack/
 */
export function gatewayConfiguration(
  services: readonly ReceivedService[],
  settings: GatewayConfiguration,
): string {
  const logs = logComponents(services, settings);
  const metrics = metricComponents(settings);
  const tempo = component(
    "otelcol.exporter.otlp",
    "tempo",
    {},
    block(
      "client",
      { endpoint: settings.tempoOtlpGrpc },
      block("tls", { insecure: true }),
    ),
  );
  const traceBatch = batch("traces", { traces: [reference(tempo, "input")] });
  const sampling = traceSampling({
    systems: services.filter(sendsTraces),
    traces: settings.traces,
    replicas: settings.replicas,
    kept: reference(traceBatch, "input"),
  });
  const named = nameSystems(services, {
    traces: sampling.inputs,
    logs: [logs.input],
    metrics: [metrics.input],
  });
  const pods = component(
    "otelcol.processor.k8sattributes",
    "pods",
    {},
    block("extract", {
      metadata: ["k8s.namespace.name", "k8s.pod.name", "k8s.container.name"],
    }),
    // The address of the connection: pods send to the gateway directly.
    block("pod_association", {}, block("source", { from: "connection" })),
    output(everySignal(named)),
  );
  const limiter = component(
    "otelcol.processor.memory_limiter",
    "all",
    {
      check_interval: "1s",
      limit_percentage: 80,
      spike_limit_percentage: 20,
    },
    output(everySignal(pods)),
  );
  return renderConfiguration([
    ...receivers(limiter),
    limiter,
    pods,
    named,
    ...sampling.components,
    traceBatch,
    tempo,
    ...logs.components,
    ...metrics.components,
  ]);
}

/** Where each signal goes. */
type Outputs = Readonly<Record<string, readonly Reference[]>>;

const everySignal = (next: Component): Outputs => {
  const to = [reference(next, "input")];
  return { metrics: to, logs: to, traces: to };
};

const output = (signals: Outputs): Block => block("output", { ...signals });

function receivers(next: Component): readonly Component[] {
  return [
    component(
      "otelcol.receiver.otlp",
      "applications",
      {},
      block("grpc", { endpoint: everywhere("otlp-grpc") }),
      block("http", { endpoint: everywhere("otlp-http") }),
      output(everySignal(next)),
    ),
    component(
      "otelcol.receiver.jaeger",
      "applications",
      {},
      block(
        "protocols",
        {},
        block("grpc", { endpoint: everywhere("jaeger-grpc") }),
        block("thrift_http", { endpoint: everywhere("jaeger-http") }),
        block("thrift_compact", { endpoint: everywhere("jaeger-compact") }),
      ),
      output({ traces: [reference(next, "input")] }),
    ),
  ];
}

const batch = (label: string, signals: Outputs): Component =>
  component("otelcol.processor.batch", label, {}, output(signals));

/**
 * Gives every resource the attribute `system`: the application's own, or else by its namespace.
 * Attributes of the pod are copied to the names of log labels.
 */
function nameSystems(
  services: readonly LoggedService[],
  signals: Outputs,
): Component {
  const byNamespace = services.flatMap((service) =>
    logSources(service)
      .filter(({ apps }) => apps === undefined)
      .map(({ namespace }) =>
        setUnlessNamed(
          service.key,
          `resource.attributes["k8s.namespace.name"] == "${namespace}"`,
        ),
      ),
  );
  const system = [...byNamespace, setUnlessNamed(UNKNOWN_SYSTEM)];
  const context = "resource";
  const labels = [
    ...Object.entries(FROM_RESOURCE).map(
      ([label, attribute]) =>
        `set(resource.attributes["${label}"], resource.attributes["${attribute}"]) where resource.attributes["${attribute}"] != nil`,
    ),
    `set(resource.attributes["loki.resource.labels"], "${["system", ...Object.keys(FROM_RESOURCE)].join(", ")}")`,
  ];
  return component(
    "otelcol.processor.transform",
    "systems",
    { error_mode: "ignore" },
    block("trace_statements", { context, statements: system }),
    block("metric_statements", { context, statements: system }),
    block("log_statements", { context, statements: [...system, ...labels] }),
    output(signals),
  );
}

/** Labels of logs by the attribute of a resource that says the same. */
const FROM_RESOURCE: Readonly<Partial<Record<StreamLabel, string>>> = {
  namespace: "k8s.namespace.name",
  pod: "k8s.pod.name",
  container: "k8s.container.name",
  app: "service.name",
};

const setUnlessNamed = (system: string, condition?: string): string =>
  `set(resource.attributes["system"], "${system}") where resource.attributes["system"] == nil${
    condition === undefined ? "" : ` and ${condition}`
  }`;

function logComponents(
  services: readonly LoggedService[],
  destination: LogDestination,
) {
  const masked = maskedLogs("otlp", services, destination);
  const exporter = component("otelcol.exporter.loki", "logs", {
    forward_to: [masked.input],
  });
  const batched = batch("logs", { logs: [reference(exporter, "input")] });
  return {
    components: [batched, exporter, ...masked.components],
    input: reference(batched, "input"),
  };
}

function metricComponents({ prometheusWrite }: GatewayConfiguration) {
  const write = component(
    "prometheus.remote_write",
    "replicas",
    {},
    ...prometheusWrite.map((url) =>
      block("endpoint", { url, send_exemplars: true }),
    ),
  );
  const exporter = component("otelcol.exporter.prometheus", "metrics", {
    forward_to: [reference(write, "receiver")],
  });
  const batched = batch("metrics", { metrics: [reference(exporter, "input")] });
  return {
    components: [batched, exporter, write],
    input: reference(batched, "input"),
  };
}
