/** A data source of Grafana, as links, panels and queries name it. */
export interface DataSourceRef {
  /** Plugin that reads it. */
  readonly type: string;
  /** Addresses and dashboards hold it, so it never changes. */
  readonly uid: string;
}

/** Where metrics are read. */
export const PROMETHEUS = {
  type: "prometheus",
  uid: "prometheus",
} as const satisfies DataSourceRef;

/**
 * Where alerts are read, and silences written. Grafana's pages about alerts know it by its name,
 * all else by its uid.
 */
export const ALERTMANAGER = {
  type: "alertmanager",
  uid: "alertmanager",
  name: "Alertmanager",
} as const satisfies DataSourceRef & { readonly name: string };

/** Where logs are read. */
export const LOKI = {
  type: "loki",
  uid: "loki",
} as const satisfies DataSourceRef;

/** Where traces are read. */
export const TEMPO = {
  type: "tempo",
  uid: "tempo",
} as const satisfies DataSourceRef;
