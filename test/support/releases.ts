import { ALLOY_GATEWAY, ALLOY_LOGS } from "../../helm/alloy/chart";
import { BLACKBOX_EXPORTER } from "../../helm/blackbox-exporter/chart";
import { GRAFANA } from "../../helm/grafana/chart";
import { KUBE_PROMETHEUS_STACK } from "../../helm/kube-prometheus-stack/chart";
import { LOKI } from "../../helm/loki/chart";
import { POSTGRES_EXPORTER } from "../../helm/postgres-exporter/chart";
import { PUSHGATEWAY } from "../../helm/pushgateway/chart";
import { REDIS_EXPORTER } from "../../helm/redis-exporter/chart";
import { TEMPO_DISTRIBUTED_KAFKA } from "../../helm/tempo/chart";
import type { Chart } from "../../helm/parts/chart";
import { alloyGatewayValues } from "../../helm/alloy/alloy-gateway-values";
import { alloyLogsValues } from "../../helm/alloy/alloy-logs-values";
import { blackboxExporterValues } from "../../helm/blackbox-exporter/blackbox-exporter-values";
import { grafanaValues } from "../../helm/grafana/grafana-values";
import { kubePrometheusStackValues } from "../../helm/kube-prometheus-stack/kube-prometheus-stack-values";
import { lokiValues } from "../../helm/loki/loki-values";
import { postgresExporterValues } from "../../helm/postgres-exporter/postgres-exporter-values";
import { pushgatewayValues } from "../../helm/pushgateway/pushgateway-values";
import { redisExporterValues } from "../../helm/redis-exporter/redis-exporter-values";
import { tempoChart, tempoValues } from "../../helm/tempo/tempo-values";
import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";

/** A release with pods, as it is installed. */
export interface Release {
  readonly name: string;
  readonly chart: string;
  readonly values: unknown;
}

/**
 * Every release of an environment that has pods; what comes of our own objects is not among them.
 */
export const releasesOf = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Release[] => [
  {
    name: KUBE_PROMETHEUS_STACK.release,
    chart: KUBE_PROMETHEUS_STACK.chart,
    values: kubePrometheusStackValues(environment, services),
  },
  {
    name: GRAFANA.release,
    chart: GRAFANA.chart,
    values: grafanaValues(environment),
  },
  {
    name: BLACKBOX_EXPORTER.release,
    chart: BLACKBOX_EXPORTER.chart,
    values: blackboxExporterValues(environment, services),
  },
  {
    name: PUSHGATEWAY.release,
    chart: PUSHGATEWAY.chart,
    values: pushgatewayValues(environment),
  },
  ...storesOf(environment, services),
  {
    name: ALLOY_LOGS.release,
    chart: ALLOY_LOGS.chart,
    values: alloyLogsValues(environment, services),
  },
  {
    name: ALLOY_GATEWAY.release,
    chart: ALLOY_GATEWAY.chart,
    values: alloyGatewayValues(environment, services),
  },
  ...services.flatMap((service) =>
    service.exporters.map((exporter) => ({
      name: exporter.name,
      chart:
        exporter.kind === "redis"
          ? REDIS_EXPORTER.chart
          : POSTGRES_EXPORTER.chart,
      values:
        exporter.kind === "redis"
          ? redisExporterValues(environment, service.key, exporter)
          : postgresExporterValues(environment, service.key, exporter),
    })),
  ),
];

/**
 * Folder of a chart's source: two versions of one chart are in use, and the newer has its version
 * in its name.
 */
const sourceOf = (chart: Chart): string =>
  chart === TEMPO_DISTRIBUTED_KAFKA
    ? `${chart.chart}-${chart.version}`
    : chart.chart;

/** The releases that keep logs and traces. */
export const storesOf = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Release[] => [
  {
    name: LOKI.release,
    chart: LOKI.chart,
    values: lokiValues(environment),
  },
  {
    name: tempoChart(environment).release,
    chart: sourceOf(tempoChart(environment)),
    values: tempoValues(environment, services),
  },
];
