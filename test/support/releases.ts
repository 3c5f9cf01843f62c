import { CHARTS } from "../../helm/chart-versions";
import type { Chart } from "../../helm/chart-versions";
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

/** Every release of an environment that has pods; what comes of our own objects is not among them. */
export const releasesOf = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Release[] => [
  {
    name: CHARTS.kubePrometheusStack.release,
    chart: CHARTS.kubePrometheusStack.chart,
    values: kubePrometheusStackValues(environment, services),
  },
  {
    name: CHARTS.grafana.release,
    chart: CHARTS.grafana.chart,
    values: grafanaValues(environment),
  },
  {
    name: CHARTS.blackboxExporter.release,
    chart: CHARTS.blackboxExporter.chart,
    values: blackboxExporterValues(environment, services),
  },
  {
    name: CHARTS.pushgateway.release,
    chart: CHARTS.pushgateway.chart,
    values: pushgatewayValues(environment),
  },
  ...storesOf(environment, services),
  {
    name: CHARTS.alloyLogs.release,
    chart: CHARTS.alloyLogs.chart,
    values: alloyLogsValues(environment, services),
  },
  {
    name: CHARTS.alloyGateway.release,
    chart: CHARTS.alloyGateway.chart,
    values: alloyGatewayValues(environment, services),
  },
  ...services.flatMap((service) =>
    service.exporters.map((exporter) => ({
      name: exporter.name,
      chart:
        exporter.kind === "redis"
          ? CHARTS.redisExporter.chart
          : CHARTS.postgresExporter.chart,
      values:
        exporter.kind === "redis"
          ? redisExporterValues(environment, service.key, exporter)
          : postgresExporterValues(environment, service.key, exporter),
    })),
  ),
];

/** Folder of a chart's source: two versions of one chart are in use, and the newer has its version in its name. */
const sourceOf = (chart: Chart): string =>
  chart === CHARTS.tempoDistributedKafka
    ? `${chart.chart}-${chart.version}`
    : chart.chart;

/** The releases that keep logs and traces. */
export const storesOf = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Release[] => [
  {
    name: CHARTS.loki.release,
    chart: CHARTS.loki.chart,
    values: lokiValues(environment),
  },
  {
    name: tempoChart(environment).release,
    chart: sourceOf(tempoChart(environment)),
    values: tempoValues(environment, services),
  },
];
