import type { EnvironmentConfig } from "../../model/environment";
import type { Service } from "../../model/service";
import type { Exporter } from "../../model/target";
import { BACKUP_LABEL, backupJobs } from "../backups/backup-jobs";
import { CHARTS } from "../../helm/chart-versions";
import { REPORT_LABEL, reportJobs } from "../reports/report-jobs";
import type { Component } from "./flow";

const NAME = "app.kubernetes.io/name";
const INSTANCE = "app.kubernetes.io/instance";
const PART = "app.kubernetes.io/component";

/** Pods of a chart's release, as nearly every chart labels them. */
const released = (
  chart: string,
  release: string,
): Readonly<Record<string, string>> => ({
  [NAME]: chart,
  [INSTANCE]: release,
});

/** Values of the label `app.kubernetes.io/component` by which the stores' charts mark what is no store. */
const CACHES = [
  "memcached",
  "memcached-chunks-cache",
  "memcached-results-cache",
] as const;
const GATEWAY = "gateway";
const LOKI = released(CHARTS.loki.chart, CHARTS.loki.release);
/** The same of each of Tempo's charts. */
const TEMPO = released("tempo", CHARTS.tempo.release);

const LOKI_CHUNKS_CACHE = "loki-chunks-cache";
const LOKI_RESULTS_CACHE = "loki-results-cache";
const TEMPO_CACHE = "tempo-cache";

/** Every kind of pod that the platform may run, with the labels that its chart or the operator gives it. */
export function components(environment: EnvironmentConfig) {
  const { namespace } = environment;
  const { release } = CHARTS.kubePrometheusStack;
  const component = (
    name: string,
    labels: Readonly<Record<string, string>>,
    what: string,
    except?: readonly string[],
  ): Component => ({
    kind: "component",
    name,
    namespace,
    pods: {
      labels,
      ...(except === undefined
        ? {}
        : { except: { label: PART, values: except } }),
    },
    what,
  });
  return {
    prometheus: component(
      "prometheus",
      {
        [NAME]: "prometheus",
        "operator.prometheus.io/name": `${release}-prometheus`,
      },
      "collects metrics and evaluates rules",
    ),
    alertmanager: component(
      "alertmanager",
      { [NAME]: "alertmanager", alertmanager: `${release}-alertmanager` },
      "tells people",
    ),
    operator: component(
      "prometheus-operator",
      { app: `${CHARTS.kubePrometheusStack.chart}-operator`, release },
      "makes pods of what is declared, and refuses bad rules",
    ),
    admissionJobs: component(
      "admission-jobs",
      { [PART]: "prometheus-operator-webhook", release },
      "make the certificate of the operator's webhook",
    ),
    kubeStateMetrics: component(
      "kube-state-metrics",
      released("kube-state-metrics", release),
      "tells the state of the cluster's objects",
    ),
    grafana: component(
      "grafana",
      released("grafana", CHARTS.grafana.release),
      "dashboards, and the second path to people",
    ),
    blackboxExporter: component(
      "blackbox-exporter",
      released(CHARTS.blackboxExporter.chart, CHARTS.blackboxExporter.release),
      "asks endpoints whether they answer",
    ),
    pushgateway: component(
      "pushgateway",
      released(CHARTS.pushgateway.chart, CHARTS.pushgateway.release),
      "keeps what jobs push",
    ),
    loki: component("loki", LOKI, "keeps logs", [GATEWAY, ...CACHES]),
    lokiGateway: component(
      "loki-gateway",
      { ...LOKI, [PART]: GATEWAY },
      "the one way in to Loki",
    ),
    lokiChunksCache: component(
      LOKI_CHUNKS_CACHE,
      { ...LOKI, [PART]: "memcached-chunks-cache" },
      "pieces of logs that were read lately",
    ),
    lokiResultsCache: component(
      LOKI_RESULTS_CACHE,
      { ...LOKI, [PART]: "memcached-results-cache" },
      "answers of Loki that were given lately",
    ),
    tempo: component("tempo", TEMPO, "keeps traces", [...CACHES]),
    tempoCache: component(
      TEMPO_CACHE,
      { ...TEMPO, [PART]: "memcached" },
      "pieces of traces that were read lately",
    ),
    alloyLogs: component(
      "alloy-logs",
      released(CHARTS.alloyLogs.chart, CHARTS.alloyLogs.release),
      "reads the logs of pods",
    ),
    alloyGateway: component(
      "alloy-gateway",
      released(CHARTS.alloyGateway.chart, CHARTS.alloyGateway.release),
      "takes what applications send",
    ),
    certificateSolver: component(
      "certificate-solver",
      { "acme.cert-manager.io/http01-solver": "true" },
      "cert-manager's answer to the issuer of a certificate, for a minute",
    ),
  } as const satisfies Readonly<Record<string, Component>>;
}

/** An exporter that stands beside a service. */
export const exporterComponent = (
  environment: EnvironmentConfig,
  service: Service,
  exporter: Exporter,
): Component => ({
  kind: "component",
  name: exporter.name,
  namespace: environment.namespace,
  pods: {
    labels: released(
      exporter.kind === "redis"
        ? CHARTS.redisExporter.chart
        : CHARTS.postgresExporter.chart,
      exporter.name,
    ),
  },
  what: `asks a database of ${service.displayName}`,
});

/** The job of each back-up that the environment makes. */
export const backupComponents = (environment: EnvironmentConfig) =>
  backupJobs(environment).map((job) => ({
    job,
    component: {
      kind: "component",
      name: `backup-${job.name}`,
      namespace: environment.namespace,
      pods: { labels: { [BACKUP_LABEL]: job.name } },
      what: job.what,
    } satisfies Component,
  }));

/** The job of each report that the environment sends. */
export const reportComponents = (environment: EnvironmentConfig) =>
  reportJobs(environment).map((job) => ({
    job,
    component: {
      kind: "component",
      name: `report-${job.name}`,
      namespace: environment.namespace,
      pods: { labels: { [REPORT_LABEL]: job.name } },
      what: job.what,
    } satisfies Component,
  }));

/** Whether an environment runs a component: not every form of the stores has caches. */
export function isRun(
  { logs, traces }: EnvironmentConfig,
  { name }: { readonly name: string },
): boolean {
  switch (name) {
    case LOKI_CHUNKS_CACHE:
    case LOKI_RESULTS_CACHE:
      return logs.caches.kind === "on";
    case TEMPO_CACHE:
      return traces.kind !== "monolithic";
    default:
      return true;
  }
}

/** Every component of an environment, each with a policy. */
export const allComponents = (
  environment: EnvironmentConfig,
  services: readonly Service[],
): readonly Component[] => [
  ...Object.values(components(environment)).filter((component) =>
    isRun(environment, component),
  ),
  ...services.flatMap((service) =>
    service.exporters.map((exporter) =>
      exporterComponent(environment, service, exporter),
    ),
  ),
  ...backupComponents(environment).map(({ component }) => component),
  ...reportComponents(environment).map(({ component }) => component),
];
