import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { production, staging } from "../support/organisation/environments";
import { alloyGatewayValues } from "../../helm/alloy/alloy-gateway-values";
import { alloyLogsValues } from "../../helm/alloy/alloy-logs-values";
import { blackboxExporterValues } from "../../helm/blackbox-exporter/blackbox-exporter-values";
import { ALLOY_LOGS } from "../../helm/alloy/chart";
import { BLACKBOX_EXPORTER } from "../../helm/blackbox-exporter/chart";
import { GRAFANA } from "../../helm/grafana/chart";
import { KUBE_PROMETHEUS_STACK } from "../../helm/kube-prometheus-stack/chart";
import { LOKI } from "../../helm/loki/chart";
import { POSTGRES_EXPORTER } from "../../helm/postgres-exporter/chart";
import { PROMETHEUS_OPERATOR_CRDS } from "../../helm/prometheus-operator-crds/chart";
import { PUSHGATEWAY } from "../../helm/pushgateway/chart";
import { REDIS_EXPORTER } from "../../helm/redis-exporter/chart";
import {
  TEMPO,
  TEMPO_DISTRIBUTED,
  TEMPO_DISTRIBUTED_KAFKA,
} from "../../helm/tempo/chart";
import type { Chart } from "../../helm/parts/chart";
import { grafanaValues } from "../../helm/grafana/grafana-values";
import { kubePrometheusStackValues } from "../../helm/kube-prometheus-stack/kube-prometheus-stack-values";
import { lokiValues } from "../../helm/loki/loki-values";
import { postgresExporterValues } from "../../helm/postgres-exporter/postgres-exporter-values";
import { prometheusOperatorCrdsValues } from "../../helm/prometheus-operator-crds/prometheus-operator-crds-values";
import { pushgatewayValues } from "../../helm/pushgateway/pushgateway-values";
import { redisExporterValues } from "../../helm/redis-exporter/redis-exporter-values";
import { tempoValues } from "../../helm/tempo/tempo-values";
import type { EnvironmentConfig } from "../../model/environment";
import { kiosk } from "../support/organisation/services";
import { referenceData } from "../support/reference-data";
import {
  distributedTraces,
  kafkaTraces,
  monolithicTracesInBucket,
} from "../support/scaled";
import { goodService, withAlert, withAnswer } from "../support/services";
import { isPlainMap, mergeValues } from "./unknown-keys";
import type { PlainMap } from "./unknown-keys";

/** Both environments, for tables. */
export const ENVIRONMENTS: readonly EnvironmentConfig[] = [staging, production];

/**
 * Name of a chart among the reference data; of one that is used in two versions, the older bears
 * its version.
 */
export const chartKey = ({ chart, version }: Chart): string =>
  chart === TEMPO_DISTRIBUTED.chart && version === TEMPO_DISTRIBUTED.version
    ? `${chart}-${version}`
    : chart;

/** Values of the trace store: the environment's own if it is of that kind. */
const tracesOf = (
  environment: EnvironmentConfig,
  traces: EnvironmentConfig["traces"],
): PlainMap =>
  asReceived(
    tempoValues(
      environment.traces.kind === traces.kind
        ? environment
        : { ...environment, traces },
      // Whose queries measure spans, for which there are more keys.
      [kiosk],
    ),
  );

/** Values as Helm receives them: after JSON, where `undefined` no longer exists. */
export function asReceived(values: unknown): PlainMap {
  const received: unknown = JSON.parse(JSON.stringify(values));
  if (!isPlainMap(received)) throw new Error("values are a map");
  return received;
}

/** The stack's values for the good service, and for alerts of other names. */
export const stackValues = (
  environment: EnvironmentConfig,
  replacedAlerts: readonly string[] = [],
): PlainMap =>
  asReceived(
    kubePrometheusStackValues(environment, [
      goodService,
      ...replacedAlerts.map((name) => withAlert({ name })),
    ]),
  );

/** Values of Alloy on every node, for the good service. */
export const alloyLogs = (environment: EnvironmentConfig): PlainMap =>
  asReceived(alloyLogsValues(environment, [goodService]));

/** Values of Alloy as the gateway, for the good service. */
export const alloyGateway = (environment: EnvironmentConfig): PlainMap =>
  asReceived(alloyGatewayValues(environment, [goodService]));

/**
 * Values of every chart, with as many of the optional keys as the environment allows, by name of
 * the chart.
 */
export const valuesOfCharts = (
  environment: EnvironmentConfig,
): Readonly<Record<string, PlainMap>> => ({
  [PROMETHEUS_OPERATOR_CRDS.chart]: asReceived(prometheusOperatorCrdsValues()),
  [KUBE_PROMETHEUS_STACK.chart]: stackValues(environment, ["TargetDown"]),
  [GRAFANA.chart]: asReceived(grafanaValues(environment)),
  [LOKI.chart]: asReceived(lokiValues(environment)),
  [TEMPO.chart]: tracesOf(environment, monolithicTracesInBucket),
  [chartKey(TEMPO_DISTRIBUTED)]: tracesOf(environment, distributedTraces),
  [chartKey(TEMPO_DISTRIBUTED_KAFKA)]: tracesOf(environment, kafkaTraces),
  [BLACKBOX_EXPORTER.chart]: asReceived(
    blackboxExporterValues(environment, [
      withAnswer({ status: 200, body: "healthy" }),
    ]),
  ),
  [PUSHGATEWAY.chart]: asReceived(pushgatewayValues(environment)),
  // Installed twice: what either is given, the chart must read.
  [ALLOY_LOGS.chart]: mergeValues(
    alloyLogs(environment),
    alloyGateway(environment),
  ),
  [REDIS_EXPORTER.chart]: asReceived(
    redisExporterValues(environment, "shop", {
      kind: "redis",
      name: "shop-redis-exporter",
      address: "redis://redis.shop.svc:6379",
      password: { secret: "shop-redis", key: "password" },
    }),
  ),
  [POSTGRES_EXPORTER.chart]: asReceived(
    postgresExporterValues(environment, "shop", {
      kind: "postgres",
      name: "shop-postgres-exporter",
      host: "postgres.shop.svc:5433",
      database: "shop",
      user: "monitoring",
      password: { secret: "shop-postgres", key: "password" },
    }),
  ),
});

/** Charts inside of the stack's chart, each with values of its own. */
const SUBCHARTS = ["kube-state-metrics", "prometheus-node-exporter"] as const;

/**
 * A chart's own values file, its subcharts' beneath their names; `undefined` when the reference
 * data is absent.
 */
export function chartDefaults(chart: string): PlainMap | undefined {
  const own = defaultsOf(chart);
  if (own === undefined || chart !== KUBE_PROMETHEUS_STACK.chart) {
    return own;
  }
  const subcharts: Record<string, PlainMap> = {};
  for (const name of SUBCHARTS) {
    const defaults = defaultsOf(name);
    if (defaults === undefined) return undefined;
    subcharts[name] = defaults;
  }
  return mergeValues(subcharts, own);
}

function defaultsOf(chart: string): PlainMap | undefined {
  const file = referenceData(`charts/${chart}/values.yaml`);
  if (file === undefined) return undefined;
  const defaults: unknown = parse(readFileSync(file, "utf8"));
  if (!isPlainMap(defaults)) throw new Error(`${file} is not a map`);
  return defaults;
}
