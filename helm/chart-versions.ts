import type { EnvironmentConfig } from "../model/environment";

const PROMETHEUS_COMMUNITY =
  "https://prometheus-community.github.io/helm-charts";
const GRAFANA_COMMUNITY = "https://grafana-community.github.io/helm-charts";

/** A chart at the one version that this project was tried with. */
export interface Chart {
  /** Name in its repository. */
  readonly chart: string;
  readonly repository: string;
  readonly version: string;
  /** Version of what the chart installs, as it says itself; nothing overrides it. */
  readonly appVersion: string;
  /** Name of the release and of everything it makes; addresses inside the cluster are derived from it. */
  readonly release: string;
}

/** Installed twice: on every node for the logs of its pods, and as the gateway that applications send to. */
const ALLOY = {
  chart: "alloy",
  repository: "https://grafana.github.io/helm-charts",
  version: "1.11.1",
  appVersion: "v1.18.1",
} as const;

/** Every chart, pinned. Exporters of services take the name of the exporter as their release. */
export const CHARTS = {
  operatorCrds: {
    chart: "prometheus-operator-crds",
    repository: PROMETHEUS_COMMUNITY,
    version: "31.0.1",
    appVersion: "v0.93.1",
    release: "prometheus-operator-crds",
  },
  kubePrometheusStack: {
    chart: "kube-prometheus-stack",
    repository: PROMETHEUS_COMMUNITY,
    version: "88.5.3",
    appVersion: "v0.93.1",
    release: "kps",
  },
  grafana: {
    chart: "grafana",
    repository: GRAFANA_COMMUNITY,
    version: "12.11.1",
    appVersion: "13.2.0",
    release: "grafana",
  },
  loki: {
    chart: "loki",
    repository: GRAFANA_COMMUNITY,
    version: "18.11.0",
    appVersion: "3.7.6",
    release: "loki",
  },
  /** One process: where `environment.traces` is monolithic. */
  tempo: {
    chart: "tempo",
    repository: GRAFANA_COMMUNITY,
    version: "2.2.4",
    appVersion: "2.10.8",
    release: "tempo",
  },
  /** The last line whose parts need no Kafka: where `environment.traces` is distributed. */
  tempoDistributed: {
    chart: "tempo-distributed",
    repository: GRAFANA_COMMUNITY,
    version: "2.26.2",
    appVersion: "2.10.7",
    release: "tempo",
  },
  /** Tempo 3: where `environment.traces` is distributed over Kafka. */
  tempoDistributedKafka: {
    chart: "tempo-distributed",
    repository: GRAFANA_COMMUNITY,
    version: "3.3.0",
    appVersion: "3.0.3",
    release: "tempo",
  },
  blackboxExporter: {
    chart: "prometheus-blackbox-exporter",
    repository: PROMETHEUS_COMMUNITY,
    version: "11.17.2",
    appVersion: "v0.28.0",
    release: "blackbox-exporter",
  },
  pushgateway: {
    chart: "prometheus-pushgateway",
    repository: PROMETHEUS_COMMUNITY,
    version: "3.8.0",
    appVersion: "v1.11.3",
    release: "pushgateway",
  },
  alloyLogs: { ...ALLOY, release: "alloy-logs" },
  alloyGateway: { ...ALLOY, release: "alloy-gateway" },
  redisExporter: {
    chart: "prometheus-redis-exporter",
    repository: PROMETHEUS_COMMUNITY,
    version: "6.29.0",
    appVersion: "v1.89.0",
    release: "redis-exporter",
  },
  postgresExporter: {
    chart: "prometheus-postgres-exporter",
    repository: PROMETHEUS_COMMUNITY,
    version: "8.2.0",
    appVersion: "v0.20.1",
    release: "postgres-exporter",
  },
} as const satisfies Readonly<Record<string, Chart>>;

/** Where a chart is fetched from in an environment: its own repository, or the environment's mirror of all. */
export const chartReference = (
  environment: EnvironmentConfig,
  { chart, repository, version }: Chart,
) => ({
  chart,
  version,
  repository:
    environment.charts.kind === "mirror"
      ? environment.charts.repository
      : repository,
});
