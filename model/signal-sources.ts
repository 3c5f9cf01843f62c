/** A data source of Grafana, as links, panels and queries refer to it. */
export interface DataSourceRef {
  /** Id of its plugin. */
  readonly type: string;
  /** Addresses and dashboards contain it, so it never changes. */
  readonly uid: string;
}

/** Data source of metrics. */
export const PROMETHEUS = {
  type: "prometheus",
  uid: "prometheus",
} as const satisfies DataSourceRef;

/**
 * Data source of alerts and silences. Grafana's alerting pages refer to it by name, everything else
 * by uid.
 */
export const ALERTMANAGER = {
  type: "alertmanager",
  uid: "alertmanager",
  name: "Alertmanager",
} as const satisfies DataSourceRef & { readonly name: string };

/** Data source of logs. */
export const LOKI = {
  type: "loki",
  uid: "loki",
} as const satisfies DataSourceRef;

/** Data source of traces. */
export const TEMPO = {
  type: "tempo",
  uid: "tempo",
} as const satisfies DataSourceRef;
