import type { SeriesFacts, SeriesType } from "./series-catalogue";

const TARGET = [
  "system",
  "app",
  "probe",
  "namespace",
  "pod",
  "container",
  "service",
  "endpoint",
  "job",
  "instance",
  "node",
  "metrics_path",
];

const series = (
  name: string,
  type: SeriesType,
  labels: ReadonlySet<string> | "any",
): readonly [string, SeriesFacts] => [
  name,
  {
    type,
    labels: { names: labels, exact: false },
    owners: ["system", "namespace"],
  },
];

const scraped = (name: string): readonly [string, SeriesFacts] =>
  series(name, "gauge", new Set(TARGET));

/**
 * Series that Prometheus itself generates: one sample per scrape of a target, and one per pending
 * or firing alert, with the labels of its expression.
 * @see https://prometheus.io/docs/concepts/jobs_instances/#automatically-generated-labels-and-time-series
 */
export const SYNTHETIC_SERIES: readonly (readonly [string, SeriesFacts])[] = [
  scraped("up"),
  scraped("scrape_duration_seconds"),
  scraped("scrape_samples_scraped"),
  scraped("scrape_samples_post_metric_relabeling"),
  scraped("scrape_series_added"),
  series("ALERTS", "gauge", "any"),
  series("ALERTS_FOR_STATE", "gauge", "any"),
];
