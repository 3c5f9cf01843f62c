import { exampleValues, mayBe, mostValues } from "../label-values";
import type { Metric } from "../metric";
import type { Problem } from "../problem";
import {
  inBraces,
  isSets,
  readLabelSet,
  typicalSets,
} from "../typical/label-sets";
import type { LabelSet } from "../typical/label-sets";

/** The label sets of what is typical: the metric has each, once, and no more than it may. */
export function checkSets(path: string, metric: Metric): readonly Problem[] {
  const { typical, labels = {} } = metric;
  if (typical === undefined || !isSets<{ readonly kind: string }>(typical)) {
    return [];
  }
  const read = Object.keys(typical.sets).map(
    (written) => [written, readLabelSet(written)] as const,
  );
  const problems = [
    ...(read.length === 0
      ? [
          {
            path,
            message: "names no set of labels, so that there is no series",
            next: `write bySet({ 'status="200"': perSecond(5) })`,
          },
        ]
      : []),
    ...read.flatMap(([written, set]) =>
      set === undefined
        ? [
            {
              path,
              message: "a set of labels cannot be read",
              got: written,
              allowed: 'label="value", with commas between, each label once',
              next: `write 'status="200"'`,
            },
          ]
        : checkSet(path, set, labels),
    ),
  ];
  return problems.length > 0
    ? problems
    : [...checkTwice(path, metric), ...checkBounds(path, metric)];
}

function checkSet(
  path: string,
  set: LabelSet,
  labels: NonNullable<Metric["labels"]>,
): readonly Problem[] {
  return Object.entries(set).flatMap(([label, value]): readonly Problem[] => {
    const known = Object.hasOwn(labels, label) ? labels[label] : undefined;
    if (known === undefined) {
      return [
        {
          path,
          message: `the metric has no label "${label}"`,
          allowed: Object.keys(labels).join(", ") || "no label",
          next: "correct it, or declare the label",
        },
      ];
    }
    return mayBe(known, value)
      ? []
      : [
          {
            path,
            message: `label "${label}" never has the value "${value}"`,
            allowed: exampleValues(known).join(", "),
            next: "correct it, or declare the value",
          },
        ];
  });
}

/** Sets that two entries stand for would be counted twice. */
function checkTwice(path: string, metric: Metric): readonly Problem[] {
  const seen = new Set<string>();
  for (const labels of setsOf(metric)) {
    const written = inBraces(labels);
    if (seen.has(written)) {
      return [
        {
          path,
          message: "two entries stand for one label set",
          got: written,
          next: "name in each the labels that tell them apart",
        },
      ];
    }
    seen.add(written);
  }
  return [];
}

/** A healthy system has no more values of a label than the metric may have. */
function checkBounds(path: string, metric: Metric): readonly Problem[] {
  const sets = setsOf(metric);
  return Object.entries(metric.labels ?? {}).flatMap(([label, known]) => {
    const used = new Set(sets.map((set) => set[label] ?? ""));
    return used.size <= mostValues(known)
      ? []
      : [
          {
            path,
            message: `has more values of the label "${label}" than it may take`,
            got: String(used.size),
            allowed: `${String(mostValues(known))} at most`,
            next: "raise upTo, or name fewer",
          },
        ];
  });
}

const setsOf = (metric: Metric): readonly LabelSet[] =>
  metric.typical === undefined
    ? []
    : typicalSets<{ readonly kind: string }>(
        metric.labels ?? {},
        metric.typical,
      ).map(({ labels }) => labels);
