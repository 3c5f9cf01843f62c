/** What kind of samples a series holds, which decides the functions that make sense on it. */
export type SeriesType =
  | "counter"
  | "gauge"
  | "bucket"
  | "sum"
  | "count"
  | "recorded"
  | "recorded-bucket";

/** What is known about one series name, whoever exposes or records it. */
export interface SeriesFacts {
  readonly name: string;
  readonly type: SeriesType;
  /** Every label a sample can carry, target labels included. */
  readonly labels: ReadonlySet<string>;
  /** `le` values in Prometheus 3's float form, `+Inf` included; for buckets only. */
  readonly bounds?: ReadonlySet<string>;
  /**
   * True where several systems share the name (exporters, `up`, `probe_success`): a query of one system must say which.
   * Metrics whose name starts with the system's key, and recorded series, need no matcher.
   */
  readonly shared: boolean;
  /** Who declares it, for messages: `services/codeverify`, `chart kube-state-metrics`, `rule PLAT-R1`. */
  readonly origin: string;
}

/** Every series that a query may read. */
export interface SeriesCatalogue {
  readonly find: (name: string) => SeriesFacts | undefined;
  /** All names, for suggestions. */
  readonly names: readonly string[];
}
