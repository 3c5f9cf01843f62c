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
 * One sample for each scrape of a target.
 * @see
 *   https://prometheus.io/docs/concepts/jobs_instances/#automatically-generated-labels-and-time-series
 */
export const SCRAPE_SERIES: readonly (readonly [string, SeriesFacts])[] = [
  scraped("up"),
  scraped("scrape_duration_seconds"),
  scraped("scrape_samples_scraped"),
  scraped("scrape_samples_post_metric_relabeling"),
  scraped("scrape_series_added"),
];

/**
 * What Prometheus makes itself: the samples of {@link SCRAPE_SERIES}, and one for each alert that
 * is pending or firing, which carries whatever labels its expression keeps.
 */
export const SYNTHETIC_SERIES: readonly (readonly [string, SeriesFacts])[] = [
  ...SCRAPE_SERIES,
  series("ALERTS", "gauge", "any"),
  series("ALERTS_FOR_STATE", "gauge", "any"),
];
