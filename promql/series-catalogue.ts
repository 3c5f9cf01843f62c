/** What kind of samples a series holds, which decides the functions that make sense on it. */
export type SeriesType =
  "counter" | "gauge" | "bucket" | "sum" | "count" | "recorded";

/** Labels of a result. */
export interface LabelSet {
  /** Every label a sample can carry; `any` where that is not known. */
  readonly names: ReadonlySet<string> | "any";
  /** True where every sample carries all of them, as after an aggregation. */
  readonly exact: boolean;
}

/** What is known about one series name, whoever exposes or records it. */
export interface SeriesFacts {
  readonly type: SeriesType;
  readonly labels: LabelSet;
  /** Upper bounds of a histogram, in the base unit, without `+Inf`; for buckets only. */
  readonly bounds?: readonly number[];
  /**
   * True where several systems share the name (exporters, `up`, `probe_success`): a query of one system must say which.
   * Names that start with the system's key need no matcher.
   */
  readonly shared: boolean;
}

/** Every series that a query may read, by name. */
export type SeriesCatalogue = ReadonlyMap<string, SeriesFacts>;
