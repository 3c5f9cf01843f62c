import type { ChartMetric } from "../../../model/chart-metrics";

/** Labels that the operator puts on every target behind a Service. */
export const SERVICE_TARGET: readonly string[] = [
  "job",
  "instance",
  "namespace",
  "pod",
  "container",
  "service",
  "endpoint",
];

/**
 * Labels of an exporter that stands beside one system: its own monitor sets `system` and drops
 * `service` and `endpoint`.
 */
export const SYSTEM_TARGET: readonly string[] = [
  "system",
  "job",
  "instance",
  "namespace",
  "pod",
  "container",
];

/** A counter with the labels that its exporter sets. */
export const counter = (
  name: string,
  ...labels: readonly string[]
): ChartMetric => ({ name, type: "counter", labels });

/** A gauge with the labels that its exporter sets. */
export const gauge = (
  name: string,
  ...labels: readonly string[]
): ChartMetric => ({ name, type: "gauge", labels });

/** A classic histogram with its bounds, and the labels that its exporter sets. */
export const histogram = (
  name: string,
  buckets: readonly number[],
  ...labels: readonly string[]
): ChartMetric => ({ name, type: "histogram", labels, buckets });

/** Counters that have the same labels. */
export const counters = (
  labels: readonly string[],
  ...names: readonly string[]
): readonly ChartMetric[] => names.map((name) => counter(name, ...labels));

/** Gauges that have the same labels. */
export const gauges = (
  labels: readonly string[],
  ...names: readonly string[]
): readonly ChartMetric[] => names.map((name) => gauge(name, ...labels));

/**
 * Metrics that have no series at first.
 * @param when the condition, which continues the sentence "its first series appears …"
 */
export const appearing = (
  when: string,
  ...metrics: readonly ChartMetric[]
): readonly ChartMetric[] =>
  metrics.map((metric) => ({ ...metric, appears: when }));
