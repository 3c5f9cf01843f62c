import { values } from "../model/label-values";
import type { LabelValues } from "../model/label-values";
import type { MetricSource } from "../model/metric";
import type { Service } from "../model/service";

/** What scraping puts on the samples of a system, as far as its declaration decides the values. */
export function targetValues(
  { key, namespace, targets }: Service,
  source: MetricSource,
): readonly (readonly [string, LabelValues])[] {
  const apps = [...new Set(targets.map(({ app }) => app))];
  switch (source) {
    case "application":
      return [
        ["system", values(key)],
        ["namespace", values(namespace)],
        ...(apps.length === 0
          ? []
          : [
              ["app", values(...apps)] as const,
              ["job", values(...apps)] as const,
            ]),
      ];
    case "exporter":
    case "push":
      return [["system", values(key)]];
  }
}

/** The labels of what the probes of a system find. */
export const probeValues = ({
  key,
  probes,
}: Service): readonly (readonly [string, LabelValues])[] => [
  ["system", values(key)],
  ["probe", values(...new Set(probes.map(({ probe }) => probe)))],
  ["job", values(...probes.map(({ name }) => name))],
];

/** The labels of `up` and its like: every scrape of what a system declares. */
export function scrapeValues({
  key,
  targets,
  probes,
  exporters,
}: Service): readonly (readonly [string, LabelValues])[] {
  const apps = targets.map(({ app }) => app);
  const listed = (
    label: string,
    all: readonly string[],
  ): readonly (readonly [string, LabelValues])[] =>
    all.length === 0 ? [] : [[label, values(...new Set(all))]];
  return [
    ["system", values(key)],
    ...listed("app", apps),
    ...listed(
      "probe",
      probes.map(({ probe }) => probe),
    ),
    ...listed("job", [
      ...apps,
      ...probes.map(({ name }) => name),
      ...exporters.map(({ name }) => name),
    ]),
  ];
}
