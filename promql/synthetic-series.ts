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
const ALERT = [
  ...TARGET,
  "alertname",
  "alertstate",
  "priority",
  "severity",
  "team",
  "condition",
];

const series = (
  name: string,
  type: SeriesType,
  labels: readonly string[],
): readonly [string, SeriesFacts] => [
  name,
  { type, labels: { names: new Set(labels), exact: false }, shared: true },
];

/**
 * What Prometheus makes itself: one sample for each scrape of a target, and one for each alert that is pending or firing.
 * @see https://prometheus.io/docs/concepts/jobs_instances/#automatically-generated-labels-and-time-series
 */
export const SYNTHETIC_SERIES: readonly (readonly [string, SeriesFacts])[] = [
  series("up", "gauge", TARGET),
  series("scrape_duration_seconds", "gauge", TARGET),
  series("scrape_samples_scraped", "gauge", TARGET),
  series("scrape_samples_post_metric_relabeling", "gauge", TARGET),
  series("scrape_series_added", "gauge", TARGET),
  series("ALERTS", "gauge", ALERT),
  series("ALERTS_FOR_STATE", "gauge", ALERT),
];
