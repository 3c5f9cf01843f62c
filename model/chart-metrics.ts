import type { EnvironmentConfig } from "./environment";
import type { LabelValues } from "./label-values";
import type {
  TypicalCounter,
  TypicalGauge,
  TypicalHistogram,
} from "./typical/typical";

/** A metric that a deployed chart exposes. */
export interface ChartMetric {
  readonly name: string;
  readonly type: "counter" | "gauge" | "histogram";
  /** Labels that the exporter itself sets. */
  readonly labels: readonly string[];
  /** Upper bounds of a histogram's buckets, where they are known. */
  readonly buckets?: readonly number[];
  /**
   * When its first series appears: `"in a cluster of several members"`, `"after the first reload"`.
   * @default it has series as soon as its exporter runs
   */
  readonly appears?: string;
}

/** The metrics that one exporter of the deployed charts exposes, as far as any query reads them. */
export interface ChartMetrics {
  readonly chart: string;
  /** Labels that scraping it adds. */
  readonly targetLabels: readonly string[];
  readonly metrics: readonly ChartMetric[];
  /** Values of labels, by metric, where upstream documents them. @default none is known */
  readonly values?: DocumentedValues;
  /**
   * What it shows in a healthy environment, of the metrics that the platform's own rules and pages
   * read. @default nothing
   */
  readonly typical?: (environment: EnvironmentConfig) => ChartTypical;
}

/** What a healthy deployment of a chart shows. */
export interface ChartTypical {
  /** The targets, each with the labels that scraping adds. */
  readonly instances: readonly Readonly<Record<string, string>>[];
  /** By name of the metric; a set names every label that its series have. @default none */
  readonly counters?: Readonly<Record<string, TypicalCounter>>;
  readonly gauges?: Readonly<Record<string, TypicalGauge>>;
  readonly histograms?: Readonly<Record<string, TypicalHistogram>>;
}

/** By name of the metric, then of the label. */
export type DocumentedValues = Readonly<
  Record<string, Readonly<Record<string, LabelValues>>>
>;
