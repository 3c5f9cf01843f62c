import type { LabelValues } from "../../model/label-values";

/** What kind of samples a series holds, which decides the functions that make sense on it. */
export type SeriesType =
  "counter" | "gauge" | "bucket" | "sum" | "count" | "recorded";

/** Labels of a result. */
export interface LabelSet {
  /** Every label a sample can carry; `any` where that is not known. */
  readonly names: ReadonlySet<string> | "any";
  /** True where every sample carries all of them, as after an aggregation. */
  readonly exact: boolean;
  /** Which values the labels take, as far as that is known. */
  readonly values?: ReadonlyMap<string, LabelValues>;
}

/** A label that tells whose series is meant. */
export type OwnerLabel = "system" | "namespace";

/** What is known about one series name, whoever exposes or records it. */
export interface SeriesFacts {
  readonly type: SeriesType;
  /** The chart that exposes it, where one does. */
  readonly chart?: string;
  readonly labels: LabelSet;
  /** Upper bounds of a histogram, in the base unit, without `+Inf`; for buckets only. */
  readonly bounds?: readonly number[];
  /** Seconds between two samples at most, where that is declared. */
  readonly interval?: number;
  /**
   * Labels one of which a query of one system must match, where several systems share the name
   * (exporters, `up`, `probe_success`). Empty for names that start with the system's key, and for
   * what concerns the whole cluster.
   */
  readonly owners: readonly OwnerLabel[];
}

/** Every series that a query may read, by name. */
export interface SeriesCatalogue {
  get(name: string): SeriesFacts | undefined;
  has(name: string): boolean;
  names(): Iterable<string>;
  /** The same as one system sees it: where several declare a name, its own declaration counts. */
  of(system: string): SeriesCatalogue;
}
