import type { LabelValues } from "../../model/label-values";
import type { EventMeasure } from "./event-measure";

/** What kind of samples a series holds, which decides the functions that make sense on it. */
export type SeriesType =
  "counter" | "gauge" | "bucket" | "quantile" | "sum" | "count" | "recorded";

/** Labels of a result. */
export interface LabelSet {
  /** All labels that a sample can have; `any` if unknown. */
  readonly names: ReadonlySet<string> | "any";
  /** True if every sample has all of them, as after an aggregation. */
  readonly exact: boolean;
  /** Which values the labels take, as far as that is known. */
  readonly values?: ReadonlyMap<string, LabelValues>;
}

/** A label that identifies the owner of a series. */
export type OwnerLabel = "system" | "namespace";

/** Everything known about one series name, from all its sources. */
export interface SeriesFacts {
  readonly type: SeriesType;
  /** The chart that exposes it, where one does. */
  readonly chart?: string;
  readonly labels: LabelSet;
  /** Upper bounds of a histogram, in the base unit, without `+Inf`; for buckets only. */
  readonly bounds?: readonly number[];
  /** True for a counter whose series may begin with their first event, so that none shows it. */
  readonly bornAtFirstEvent?: boolean;
  /** What a recorded series says of events, if it is made of counters. */
  readonly events?: EventMeasure;
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
