import { mayBe, mostValues } from "../../../model/label-values";
import type { LabelValues } from "../../../model/label-values";
import type { HeldSeries, SeriesLabels } from "../series";
import type { DeclaredMetric } from "./declared-metric";
import { listed } from "./difference";
import type { Difference } from "./difference";

/** Compares the labels of the series with those that are declared, and the values of each. */
export const labelDifferences = (
  metric: DeclaredMetric,
  { series, complete }: HeldSeries,
): readonly Difference[] => [
  ...Object.entries(metric.labels).flatMap(([label, known]) =>
    known === "undocumented"
      ? complete
        ? ofUndocumented(metric, label, series)
        : []
      : [
          ...missing(metric, label, known, series),
          ...ofValues(metric, label, known, series),
        ],
  ),
  ...undeclared(metric, series),
];

/** Upstream often sets a label on some series only, and an empty label is as good as none. */
const ofUndocumented = (
  { path }: DeclaredMetric,
  label: string,
  series: readonly SeriesLabels[],
): readonly Difference[] =>
  series.some((labels) => label in labels)
    ? []
    : [
        {
          part: `label "${label}"`,
          harmless: true,
          found: `none of ${String(series.length)} series has it: it is empty, or gone`,
          expected: "some series have it",
          next: `see whether its source still sets it; otherwise remove it from ${path}`,
        },
      ];

function missing(
  { path }: DeclaredMetric,
  label: string,
  known: LabelValues,
  series: readonly SeriesLabels[],
): readonly Difference[] {
  if (mayLack(known)) return [];
  const without = series.filter((labels) => !(label in labels)).length;
  return without === 0
    ? []
    : [
        {
          part: `label "${label}"`,
          found: `${String(without)} of ${String(series.length)} series lack it`,
          expected: "every series has it",
          next: `set it where the metric is exposed, or remove it from ${path}; a relabelling may have dropped it`,
        },
      ];
}

/** Whether a series may be without the label. Of an open one only its examples say so. */
const mayLack = (known: LabelValues): boolean =>
  known.kind === "open" ? known.examples.includes("") : mayBe(known, "");

function ofValues(
  { path }: DeclaredMetric,
  label: string,
  known: LabelValues,
  series: readonly SeriesLabels[],
): readonly Difference[] {
  const part = `label "${label}"`;
  const values = valuesOf(label, series);
  const wrong = values.filter((value) => !mayBe(known, value));
  if (wrong.length > 0) {
    return [
      {
        part,
        found: `its values include ${listed(wrong)}`,
        expected: allowed(known),
        next: `correct the value where the metric is exposed, or declare it in ${path}: rules that match the declared values do not see these series`,
      },
    ];
  }
  const most = mostValues(known);
  return values.length <= most
    ? []
    : [
        {
          part,
          found: `${String(values.length)} different values, among them ${listed(values)}`,
          expected: `at most ${String(most)}`,
          next: `bound the values where the metric is exposed (route patterns, not paths), or raise upTo in ${path}`,
        },
      ];
}

const allowed = (known: LabelValues): string => {
  switch (known.kind) {
    case "values":
      return known.values.map((value) => JSON.stringify(value)).join(", ");
    case "pattern":
      return `values of the pattern ${known.pattern}`;
    case "open":
      return "any value";
  }
};

/** Labels that neither the declaration nor scraping explains. */
function undeclared(
  metric: DeclaredMetric,
  series: readonly SeriesLabels[],
): readonly Difference[] {
  const names = new Set(series.flatMap((labels) => Object.keys(labels)));
  return [...names]
    .filter(
      (label) =>
        label !== "__name__" &&
        !(label === "le" && metric.type === "histogram") &&
        !Object.hasOwn(metric.labels, label) &&
        !metric.targetLabels.has(label),
    )
    .sort()
    .map((label) => ({
      part: `label "${label}"`,
      found: `it is not declared; its values include ${listed(valuesOf(label, series))}`,
      expected: `no labels but ${[...Object.keys(metric.labels), ...metric.targetLabels].join(", ")}`,
      next: `declare it in ${metric.path}, or drop it: an undeclared label multiplies the series, and binary operations no longer match`,
    }));
}

/** Different values, in order. */
const valuesOf = (
  label: string,
  series: readonly SeriesLabels[],
): readonly string[] =>
  [
    ...new Set(
      series.flatMap((labels) => {
        const value = labels[label];
        return value === undefined ? [] : [value];
      }),
    ),
  ].sort();
