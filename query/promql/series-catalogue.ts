/** Type of a series, which determines the functions that may be applied. */
export type SeriesType =
  "counter" | "gauge" | "bucket" | "sum" | "count" | "recorded";

/** Labels of a result. */
export interface LabelSet {
  /** All labels that a sample can have; `any` if unknown. */
  readonly names: ReadonlySet<string> | "any";
  /** True if every sample has all of them, as after an aggregation. */
  readonly exact: boolean;
}

/** A label that identifies the owner of a series. */
export type OwnerLabel = "system" | "namespace";

/** Everything known about one series name, from all its sources. */
export interface SeriesFacts {
  readonly type: SeriesType;
  readonly labels: LabelSet;
  /** Upper bounds of a histogram, in the base unit, without `+Inf`; for buckets only. */
  readonly bounds?: readonly number[];
  /** Maximum number of seconds between two samples, if declared. */
  readonly interval?: number;
  /**
   * Labels one of which a system's query must match, because several systems share the name
   * (exporters, `up`, `probe_success`). Empty for names with the system's prefix, and for metrics
   * about the whole cluster.
   */
  readonly owners: readonly OwnerLabel[];
}

/** All series that queries may read, by name. */
export interface SeriesCatalogue {
  get(name: string): SeriesFacts | undefined;
  has(name: string): boolean;
  names(): Iterable<string>;
  /** The catalogue as one system sees it: its own declaration of a name takes precedence. */
  of(system: string): SeriesCatalogue;
}
