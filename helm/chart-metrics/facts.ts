import type { ChartMetric } from "../../model/chart-metrics";

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
