import type { EnvironmentConfig } from "../model/environment";
import type { Prober } from "../targets/probes";
import { CHARTS } from "./chart-versions";

/** Module of the black-box exporter that probes use. */
export const HTTP_MODULE = "http_2xx";

/** The same for addresses whose certificates nobody trusts. */
export const UNTRUSTED_MODULE = "http_2xx_untrusted";

/** Name of the Service that applications send telemetry to: `http://alloy.monitoring.svc:4317`. */
export const GATEWAY_SERVICE = "alloy";

/** Addresses inside the cluster, derived from the names of the releases. */
export const serviceUrls = (environment: EnvironmentConfig) => {
  const host = (service: string, port: number): string =>
    `http://${service}.${environment.namespace}.svc.cluster.local:${String(port)}`;
  const { release } = CHARTS.kubePrometheusStack;
  return {
    prometheus: host(`${release}-prometheus`, 9090),
    alertmanager: host(`${release}-alertmanager`, 9093),
    grafana: host(CHARTS.grafana.release, 80),
    pushgateway: host(CHARTS.pushgateway.release, 9091),
    lokiPush: `${host("loki-gateway", 80)}/loki/api/v1/push`,
    tempoOtlpGrpc: host(
      environment.traces.storage.kind === "s3" ? "tempo-distributor" : "tempo",
      4317,
    ),
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
