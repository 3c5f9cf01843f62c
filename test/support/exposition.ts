import { exampleValues } from "../../model/label-values";
import type { LabelValues } from "../../model/label-values";
import type { Metric, MetricContract } from "../../model/metric";

/**
 * What an application shows that exposes a contract as it is declared: a series for each
 * combination of the labels' values, in the text format of Prometheus, line by line.
 * @see https://prometheus.io/docs/instrumenting/exposition_formats/#text-based-format
 */
export const exposition = (contract: MetricContract): readonly string[] =>
  Object.entries(contract).flatMap(([name, metric]) => [
    `# TYPE ${name} ${metric.type}`,
    ...combinations(Object.entries(metric.labels ?? {})).flatMap((labels) =>
      samples(name, metric, labels),
    ),
  ]);

type Labels = readonly (readonly [string, string])[];

const combinations = (
  labels: readonly (readonly [string, LabelValues])[],
): readonly Labels[] =>
  labels.reduce<readonly Labels[]>(
    (sets, [label, known]) =>
      sets.flatMap((set) =>
        exampleValues(known).map((value) => [...set, [label, value] as const]),
      ),
    [[]],
  );

function samples(
  name: string,
  metric: Metric,
  labels: Labels,
): readonly string[] {
  if (metric.type !== "histogram") return [sample(name, labels)];
  return [
    ...[...metric.buckets.map(String), "+Inf"].map((le) =>
      sample(`${name}_bucket`, [...labels, ["le", le]]),
    ),
    sample(`${name}_sum`, labels),
    sample(`${name}_count`, labels),
  ];
}

const sample = (name: string, labels: Labels): string =>
  `${name}{${labels
    .filter(([, value]) => value !== "")
    .map(([label, value]) => `${label}=${JSON.stringify(value)}`)
    .join(",")}} 1`;
