import type { EnvironmentConfig } from "../../model/environment";
import type { Prober } from "../../prometheus/monitors/probes";
import { CHARTS } from "../chart-versions";

/** Module of the black-box exporter that probes use. */
export const HTTP_MODULE = "http_2xx";

/** The same for addresses whose certificates nobody trusts. */
export const UNTRUSTED_MODULE = "http_2xx_untrusted";

/** Name of the Service that applications send telemetry to: `http://alloy.monitoring.svc:4317`. */
export const GATEWAY_SERVICE = "alloy";

/** Addresses inside the cluster, derived from the names of the releases. */
export const serviceUrls = (environment: EnvironmentConfig) => {
  const address = (service: string, port: number): string =>
    `${service}.${environment.namespace}.svc.cluster.local:${String(port)}`;
  const host = (service: string, port: number): string =>
    `http://${address(service, port)}`;
  const { release } = CHARTS.kubePrometheusStack;
  // The same in every kind of log store.
  const loki = host(`${CHARTS.loki.release}-gateway`, 80);
  const tempo = CHARTS.tempo.release;
  const inOnePart = environment.traces.kind === "monolithic";
  return {
    prometheus: host(`${release}-prometheus`, 9090),
    alertmanager: host(`${release}-alertmanager`, 9093),
    grafana: host(CHARTS.grafana.release, 80),
    pushgateway: host(CHARTS.pushgateway.release, 9091),
    /** The gateway, without a path. */
    loki,
    lokiPush: `${loki}/loki/api/v1/push`,
    /** What answers questions about traces. */
    tempo: host(inOnePart ? tempo : `${tempo}-query-frontend`, 3200),
    /** What takes spans, host and port as OTLP over gRPC wants them. */
    tempoOtlpGrpc: address(inOnePart ? tempo : `${tempo}-distributor`, 4317),
  };
};

/** How probes reach the black-box exporter. */
export const blackboxProber = (environment: EnvironmentConfig): Prober => ({
  address: `${CHARTS.blackboxExporter.release}.${environment.namespace}.svc.cluster.local:9115`,
  module: HTTP_MODULE,
});

/** How an environment asks the one that it watches. */
export const watchProber = (
  environment: EnvironmentConfig,
  watched: EnvironmentConfig,
): Prober => ({
  ...blackboxProber(environment),
  module: watched.ingress.trusted ? HTTP_MODULE : UNTRUSTED_MODULE,
});
