import type { LabelValues } from "./label-values";

/** A metric that a deployed chart exposes. */
export interface ChartMetric {
  readonly name: string;
  readonly type: "counter" | "gauge" | "histogram";
  /** Labels that the exporter itself sets. */
  readonly labels: readonly string[];
  /** Upper bounds of a histogram's buckets, where they are known. */
  readonly buckets?: readonly number[];
}

/** The metrics that one exporter of the deployed charts exposes, as far as any query reads them. */
export interface ChartMetrics {
  readonly chart: string;
  /** Labels that scraping it adds. */
  readonly targetLabels: readonly string[];
  readonly metrics: readonly ChartMetric[];
  /** Values of labels, by metric, where upstream documents them. @default none is known */
  readonly values?: DocumentedValues;
}

/** By name of the metric, then of the label. */
export type DocumentedValues = Readonly<
  Record<string, Readonly<Record<string, LabelValues>>>
>;
