import type { EnvironmentConfig } from "../model/environment";
import { ALERTMANAGER, LOKI, PROMETHEUS, TEMPO } from "../model/signal-sources";
import { grafanaInterval } from "./grafana-interval";
import { exemplarToTrace } from "./links/exemplar-to-trace";
import { logLineToTrace } from "./links/log-line-to-trace";
import { serviceMap } from "./links/service-map";
import { traceToLogs } from "./links/trace-to-logs";
import { longTermMetrics } from "./long-term-metrics";
import { cloudWatchMetrics } from "./cloud-watch";
import { otherLogs } from "./other-logs";
import { traceToMetrics } from "./links/trace-to-metrics";

/** A value of a plugin's settings. */
export type Setting =
  | string
  | number
  | boolean
  | readonly Setting[]
  | { readonly [name: string]: Setting };

/** A data source as Grafana keeps it. */
export interface DataSource {
  /** Dashboards refer to it, so it never changes. */
  readonly uid: string;
  readonly name: string;
  /** Plugin that reads it. */
  readonly type: string;
  /** URL from Grafana's server. */
  readonly url: string;
  /** Chosen where nothing else is; one of all. */
  readonly isDefault: boolean;
  /** Settings of the plugin; no secret among them. */
  readonly jsonData: Readonly<Record<string, Setting>>;
  /** Headers of each request, no secret among them. @default none */
  readonly headers?: Readonly<Record<string, string>>;
}

/** Addresses inside the cluster, with scheme and port. */
export interface DataSourceAddresses {
  readonly prometheus: string;
  readonly alertmanager: string;
  readonly loki: string;
  readonly tempo: string;
}

/** Lines that a query shows at most, unless a person asks for more. */
const LINES_SHOWN = 1000;

/**
 * Grafana's data sources: metrics and rules from Prometheus, alerts and silences from Alertmanager,
 * logs from Loki, traces from Tempo; with the links between them.
 * @see https://grafana.com/docs/grafana/latest/datasources/prometheus/configure/
 * @see https://grafana.com/docs/grafana/latest/datasources/loki/configure/
 * @see https://grafana.com/docs/grafana/latest/datasources/tempo/configure-tempo-data-source/
 */
export const dataSources = (
  environment: EnvironmentConfig,
  addresses: DataSourceAddresses,
): readonly DataSource[] => [
  {
    ...PROMETHEUS,
    name: "Prometheus",
    url: addresses.prometheus,
    isDefault: true,
    jsonData: {
      // Long queries do not fit an address.
      httpMethod: "POST",
      prometheusType: "Prometheus",
      // $__rate_interval becomes four times this, so that a window always holds two samples.
      timeInterval: grafanaInterval(environment.prometheus.scrapeInterval),
      defaultEditor: "code",
      // Lists the rules under Alerting, where data links of panels lead.
      manageAlerts: true,
      alertmanagerUid: ALERTMANAGER.uid,
      ...exemplarToTrace(),
    },
  },
  {
    ...ALERTMANAGER,
    url: addresses.alertmanager,
    isDefault: false,
    jsonData: {
      implementation: "prometheus",
      // Alerts come from Prometheus alone; Grafana would add a second source to the same routes.
      handleGrafanaManagedAlerts: false,
    },
  },
  {
    ...LOKI,
    name: "Loki",
    url: addresses.loki,
    isDefault: false,
    jsonData: {
      maxLines: LINES_SHOWN,
      // Lists the rules of Loki beside those of Prometheus.
      manageAlerts: true,
      alertmanagerUid: ALERTMANAGER.uid,
      ...logLineToTrace(),
    },
  },
  {
    ...TEMPO,
    name: "Tempo",
    url: addresses.tempo,
    isDefault: false,
    jsonData: {
      ...traceToLogs(),
      ...traceToMetrics(),
      ...serviceMap(),
      // Streamed results need HTTP/2 on the whole path and a setting in Tempo; a search over plain
      // HTTP needs neither.
      streamingEnabled: { search: false, metrics: false },
    },
  },
  ...longTermMetrics(environment),
  ...otherLogs(environment),
  ...cloudWatchMetrics(environment),
];
