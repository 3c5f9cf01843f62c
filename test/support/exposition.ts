import type { Metric, MetricContract } from "../../model/metric";
import { combinations } from "../../model/typical/label-sets";
import type { LabelSet } from "../../model/typical/label-sets";

/**
 * What an application shows that exposes a contract as it is declared: a series for each
 * combination of the labels' values, in the text format of Prometheus, line by line.
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 */
export const exposition = (contract: MetricContract): readonly string[] =>
  Object.entries(contract).flatMap(([name, metric]) => [
    `# TYPE ${name} ${metric.type}`,
    ...combinations(metric.labels ?? {}).flatMap((labels) =>
      samples(name, metric, labels),
    ),
  ]);

function samples(
  name: string,
  metric: Metric,
  labels: LabelSet,
): readonly string[] {
  if (metric.type !== "histogram") return [sample(name, labels)];
  return [
    ...[...metric.buckets.map(String), "+Inf"].map((le) =>
      sample(`${name}_bucket`, { ...labels, le }),
    ),
    sample(`${name}_sum`, labels),
    sample(`${name}_count`, labels),
  ];
}

const sample = (name: string, labels: LabelSet): string =>
  `${name}{${Object.entries(labels)
    .filter(([, value]) => value !== "")
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(",")}} 1`;
