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
