import { mostValues } from "./label-values";
import type { LabelValues } from "./label-values";
import type {
  TypicalCounter,
  TypicalGauge,
  TypicalHistogram,
} from "./typical/typical";

/**
 * Minimum retention of a metric's samples: `short` 7 days, `standard` 30 days, `long` 90 days. A
 * Prometheus server has one retention, so an environment keeps all samples as long as its highest
 * class requires.
 */
export type RetentionClass = "short" | "standard" | "long";

/** Minimum retention of each {@link RetentionClass}, in days. */
export const RETENTION_DAYS: Readonly<Record<RetentionClass, number>> = {
  short: 7,
  standard: 30,
  long: 90,
};

/** Whether the application or an exporter exposes the metric. */
export type MetricSource = "application" | "exporter" | "push";

/** Fields that every metric of a contract has. */
export interface MetricFields {
  /** What it counts or measures, one sentence. */
  readonly help: string;
  /**
   * Labels that the source sets, each with the values that it takes. Their numbers are multiplied
   * to estimate series. Target labels (`job`, `instance`, `namespace`, `pod`, `system`, …) are
   * added by scraping and are not repeated here.
   */
  readonly labels?: Readonly<Record<string, LabelValues>>;
  /** How long it must be kept at least. @default "standard" */
  readonly retention?: RetentionClass;
  /** Who exposes it. @default "application" */
  readonly source?: MetricSource;
  /** The targets whose pods expose it, by their `app`. @default all of the application's */
  readonly exposedBy?: readonly string[];
  /**
   * When its first series appears, where it has none from the start: `"after the first refund"`.
   * `npm run verify` then says "not seen yet" instead of "missing".
   * @default it has series as soon as its source runs
   */
  readonly appears?: string;
  /** Why the name does not follow the conventions, e.g. because an exporter fixed it. */
  readonly foreignName?: string;
}

/** A value that only grows and resets to 0. Its name ends in `_total`. */
export interface Counter extends MetricFields {
  readonly type: "counter";
  /** How fast it grows in a healthy system. Required where a rule or a panel reads it. */
  readonly typical?: TypicalCounter;
  /**
   * Whether the application creates the series at 0 when it starts, or each begins with its first
   * event.
   * @default `at-first-event` where it has a label whose values nobody can list, else `at-start`
   */
  readonly born?: Birth;
}

/** When a series of a counter begins. */
export type Birth = "at-start" | "at-first-event";

/** A value that goes up and down. */
export interface Gauge extends MetricFields {
  readonly type: "gauge";
  /** Its values in a healthy system, of each series. Required where a rule or a panel reads it. */
  readonly typical?: TypicalGauge;
  /** A metric with the same labels that it cannot exceed: of a pool in use, the pool's size. */
  readonly partOf?: string;
}

/** Observations counted in classic buckets. */
export interface Histogram extends MetricFields {
  readonly type: "histogram";
  /** What it observes in a healthy system. Required where a rule or a panel reads it. */
  readonly typical?: TypicalHistogram;
  /** Upper bounds in the metric's base unit, ascending, without `+Inf`. */
  readonly buckets: readonly number[];
}

/**
 * Observations of which each target computes quantiles itself: a series with the label `quantile`
 * for each, `_sum` and `_count`. Quantiles of several targets cannot be combined, so a histogram
 * says more.
 * @see https://prometheus.io/docs/practices/histograms/
 */
export interface Summary extends MetricFields {
  readonly type: "summary";
  /** What it observes in a healthy system. Required where a rule or a panel reads it. */
  readonly typical?: TypicalHistogram;
  /** From 0 to 1, ascending; empty where it exposes its sum and count only. */
  readonly quantiles: readonly number[];
}

/** One metric of a contract. */
export type Metric = Counter | Gauge | Histogram | Summary;

/** The metrics that a source exposes, by name. Rules, alerts and panels may read nothing else. */
export type MetricContract = Readonly<Record<string, Metric>>;

/** Declares a counter. */
export const counter = (fields: Omit<Counter, "type">): Counter => ({
  type: "counter",
  ...fields,
});

/** Declares a gauge. */
export const gauge = (fields: Omit<Gauge, "type">): Gauge => ({
  type: "gauge",
  ...fields,
});

/** Declares a classic histogram with its bucket bounds. */
export const histogram = (fields: Omit<Histogram, "type">): Histogram => ({
  type: "histogram",
  ...fields,
});

/** When the series of a counter begin. */
export const birthOf = ({ born, labels = {} }: Counter): Birth =>
  born ??
  (Object.values(labels).every(({ kind }) => kind === "values")
    ? "at-start"
    : "at-first-event");

/** Declares a summary with its quantiles: `summary({ quantiles: [0.5, 0.99], … })`. */
export const summary = (fields: Omit<Summary, "type">): Summary => ({
  type: "summary",
  ...fields,
});

/** The labels of a metric, without those that scraping adds. */
export const metricLabels = (metric: Metric): readonly string[] =>
  Object.keys(metric.labels ?? {});

/**
 * Maximum number of series of a metric per target: the product of its label cardinalities, times
 * buckets for a histogram and quantiles for a summary.
 */
export function seriesPerTarget(metric: Metric): number {
  const combinations = Object.values(metric.labels ?? {}).reduce(
    (product, known) => product * mostValues(known),
    1,
  );
  switch (metric.type) {
    case "histogram":
      // Buckets, +Inf, _sum and _count.
      return combinations * (metric.buckets.length + 3);
    case "summary":
      return combinations * (metric.quantiles.length + 2);
    case "counter":
    case "gauge":
      return combinations;
  }
}

const PART = /_(?:bucket|count|sum)$/;

/** The name under which a contract has a series; undefined if it has none. */
export const metricOf = (
  series: string,
  contract: MetricContract,
): string | undefined =>
  [series, series.replace(PART, "")].find((name) =>
    Object.hasOwn(contract, name),
  );

/** Names of the series of a metric. */
export function seriesNames(
  name: string,
  { type }: Pick<Metric, "type">,
): readonly string[] {
  switch (type) {
    case "counter":
    case "gauge":
      return [name];
    case "histogram":
      return [`${name}_bucket`, `${name}_sum`, `${name}_count`];
    case "summary":
      return [name, `${name}_sum`, `${name}_count`];
  }
}
