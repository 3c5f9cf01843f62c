import { CHARTS } from "../../helm/chart-versions";
import { blackboxExporterValues } from "../../helm/blackbox-exporter-values";
import { grafanaValues } from "../../helm/grafana-values";
import { kubePrometheusStackValues } from "../../helm/kube-prometheus-stack-values";
import { postgresExporterValues } from "../../helm/postgres-exporter-values";
import { pushgatewayValues } from "../../helm/pushgateway-values";
import { redisExporterValues } from "../../helm/redis-exporter-values";
import type { EnvironmentConfig } from "../../model/environment";
import type { ServiceDeclaration } from "../../model/service";

/** A release with pods, as it is installed. */
export interface Release {
  readonly name: string;
  readonly chart: string;
  readonly values: unknown;
}

/** Every release of an environment that has pods; what comes of our own objects is not among them. */
export const releasesOf = (
  environment: EnvironmentConfig,
  services: readonly ServiceDeclaration[],
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

const S3_LOKI = {
  auth_enabled: false,
  storage: {
    type: "s3",
    bucketNames: { chunks: "logs", ruler: "logs" },
    s3: { region: "eu-central-1" },
  },
  schemaConfig: {
    configs: [
      {
        from: "2026-01-01",
        store: "tsdb",
        object_store: "s3",
        schema: "v13",
        index: { prefix: "loki_index_", period: "24h" },
      },
    ],
  },
};

/**
 * Releases of logs and traces with as few values as their charts accept: what matters here are the labels and ports of their
 * pods, in every form in which they may be installed.
 */
export const storeReleases: readonly Release[] = [
  {
    name: "loki",
    chart: "loki",
    values: {
      fullnameOverride: "loki",
      deploymentMode: "Monolithic",
      loki: S3_LOKI,
      singleBinary: { replicas: 3 },
      read: { replicas: 0 },
      write: { replicas: 0 },
      backend: { replicas: 0 },
      lokiCanary: { enabled: false },
      test: { enabled: false },
    },
  },
  {
    name: "tempo",
    chart: "tempo",
    values: { fullnameOverride: "tempo" },
  },
  {
    name: "tempo",
    chart: "tempo-distributed",
    values: {
      fullnameOverride: "tempo",
      traces: {
        otlp: { grpc: { enabled: true }, http: { enabled: true } },
      },
      metricsGenerator: { enabled: true },
    },
  },
  ...["alloy-logs", "alloy-gateway"].map((name) => ({
    name,
    chart: "alloy",
    values: {
      fullnameOverride: name,
      alloy:
        name === "alloy-gateway"
          ? {
              extraPorts: [
                { name: "otlp-grpc", port: 4317, targetPort: 4317 },
                { name: "otlp-http", port: 4318, targetPort: 4318 },
                { name: "jaeger-grpc", port: 14250, targetPort: 14250 },
                { name: "jaeger-http", port: 14268, targetPort: 14268 },
                {
                  name: "jaeger-compact",
                  port: 6831,
                  targetPort: 6831,
                  protocol: "UDP",
                },
                { name: "otlp-traces", port: 4320, targetPort: 4320 },
              ],
            }
          : {},
    },
  })),
];
