import { EXTERNAL_LABELS, exportedName } from "../external-labels";
import { exampleValues } from "../label-values";
import type { LabelValues } from "../label-values";
import { RETENTION_DAYS } from "../metric";
import type { Metric } from "../metric";
import type { Problem } from "../problem";
import { readPattern } from "../re2-pattern";
import type { Service } from "../service";
import { METRIC_NAME } from "./names";

/** Labels that identify a person or are unbounded: each value is a new series. */
const FORBIDDEN_LABELS: Readonly<Record<string, string>> = {
  user_id: "count by plan or role instead, and look a person up in logs",
  analysis_id: "look up a single analysis in traces and logs",
  trace_id: "attach it as an exemplar",
  request_id: "look up a single request in logs",
  tenant_id: "count by tier instead",
  email: "never put personal data on a metric",
  url: "use the route template as label route",
  path: "use the route template as label route",
  repository: "look up a single repository in traces and logs",
  error_message: "use a short error_type",
};

/** Labels that scraping sets; an application's own would become `exported_…`. */
const RESERVED_LABELS = [
  "system",
  "app",
  "job",
  "instance",
  "namespace",
  "pod",
  "container",
  "le",
  "quantile",
  "cluster",
  "environment",
] as const;

/** What to do about labels that something else sets. */
const SET_ELSEWHERE: Readonly<Record<string, string>> = {
  cluster:
    "if the application exposes it, declare it as exported_cluster: scraping renames it",
  environment:
    "if the application exposes it, declare it as exported_environment: scraping renames it",
  le: "declare the metric as histogram({ buckets: [0.1, 1], … })",
  quantile: "declare the metric as summary({ quantiles: [0.5, 0.99], … })",
};

/** Suffixes of units other than the base unit, with the base unit. */
const FOREIGN_UNITS: Readonly<Record<string, string>> = {
  milliseconds: "seconds",
  ms: "seconds",
  minutes: "seconds",
  hours: "seconds",
  days: "seconds",
  percent: "ratio",
  percentage: "ratio",
  kilobytes: "bytes",
  megabytes: "bytes",
  mb: "bytes",
  gb: "bytes",
  cents: "dollars",
};

/** Checks names, units, labels, buckets and retention classes of a contract. */
export const checkMetrics = (service: Service): readonly Problem[] =>
  Object.entries(service.metrics).flatMap(([name, metric]) => {
    const path = `services/${service.key} metric "${name}"`;
    return [
      ...(metric.foreignName === undefined && metric.source !== "exporter"
        ? checkName(path, name, metric)
        : []),
      ...checkLabels(path, metric),
      ...checkBuckets(path, metric),
      ...checkQuantiles(path, metric),
      ...checkRetention(path, metric),
    ];
  });

function checkName(
  path: string,
  name: string,
  metric: Metric,
): readonly Problem[] {
  const problems: Problem[] = [];
  if (!METRIC_NAME.test(name)) {
    problems.push({
      path,
      message: "a metric name is snake_case",
      got: name,
      allowed: "a-z, 0-9 and _, no dots, no colons",
      next: "rename it where it is exposed",
    });
  }
  if (metric.type === "counter" && !name.endsWith("_total")) {
    problems.push({
      path,
      message: "the name of a counter ends in _total",
      next: `expose it as ${name}_total`,
    });
  }
  if (metric.type !== "counter" && name.endsWith("_total")) {
    problems.push({
      path,
      message: `only a counter ends in _total, this is a ${metric.type}`,
      next: "rename it, or declare it as a counter",
    });
  }
  const unit =
    name
      .replace(/_total$/, "")
      .split("_")
      .at(-1) ?? "";
  const base = Object.hasOwn(FOREIGN_UNITS, unit)
    ? FOREIGN_UNITS[unit]
    : undefined;
  if (base !== undefined) {
    problems.push({
      path,
      message: `metrics use base units, got the unit "${unit}"`,
      next: `expose it in ${base}; panels convert for display`,
    });
  }
  return problems;
}

function checkLabels(path: string, metric: Metric): readonly Problem[] {
  return Object.entries(metric.labels ?? {}).flatMap(([label, values]) => {
    const problems: Problem[] = [];
    const instead = Object.hasOwn(FORBIDDEN_LABELS, label)
      ? FORBIDDEN_LABELS[label]
      : undefined;
    if (instead !== undefined) {
      problems.push({
        path,
        message: `label "${label}" is unbounded or personal`,
        next: instead,
      });
    }
    // Pushed metrics set their own target labels.
    const ownSystem = label === "system" && metric.source === "push";
    if (!ownSystem && (RESERVED_LABELS as readonly string[]).includes(label)) {
      problems.push({
        path,
        message: `label "${label}" is set by scraping or storage`,
        next:
          SET_ELSEWHERE[label] ??
          "leave it out of the contract, or give the application's label another name",
      });
    }
    if (
      (metric.source ?? "application") !== "application" &&
      EXTERNAL_LABELS.some((each) => label === exportedName(each))
    ) {
      problems.push({
        path,
        message: `label "${label}" is renamed at the system's own targets only`,
        got: `source "${metric.source ?? "application"}"`,
        next: "declare its exporter as a target, or have it expose another name",
      });
    }
    if (!METRIC_NAME.test(label)) {
      problems.push({
        path,
        message: "a label name is snake_case",
        got: label,
        allowed: "a-z, 0-9 and _, not beginning with a digit or __",
        next: "rename it where it is exposed",
      });
    }
    problems.push(...checkValues(path, label, values));
    return problems;
  });
}

/** There are values, each once, all of the shape that is declared, and a bound that holds them. */
function checkValues(
  path: string,
  label: string,
  known: LabelValues,
): readonly Problem[] {
  const listed = exampleValues(known);
  const at = `${path} label "${label}"`;
  const problems: Problem[] = [];
  if (listed.length === 0) {
    problems.push({
      path: at,
      message:
        known.kind === "values"
          ? "it takes no value"
          : "no example of a value, which proofs and simulations need",
      next: 'name at least one: values("success", "failure"), open({ upTo: 40, examples: ["/orders"] })',
    });
  }
  const twice = listed.find((each, index) => listed.indexOf(each) !== index);
  if (twice !== undefined) {
    problems.push({
      path: at,
      message: `the value "${twice}" is named twice`,
      next: "name each value once",
    });
  }
  const padded = listed.find((each) => each.trim() !== each);
  if (padded !== undefined) {
    problems.push({
      path: at,
      message: "a value begins or ends with a space",
      got: `"${padded}"`,
      next: "write it as it is exposed, without the space",
    });
  }
  if (known.kind === "values") return problems;
  if (!Number.isInteger(known.upTo) || known.upTo < listed.length) {
    problems.push({
      path: at,
      message:
        "upTo must be a whole number that is not below the number of examples",
      got: `${String(known.upTo)}, with ${String(listed.length)} examples`,
      next: "state how many values the label takes at most",
    });
  }
  return known.kind === "pattern"
    ? [...problems, ...checkShapeOf(at, known.pattern, listed)]
    : problems;
}

function checkShapeOf(
  path: string,
  shape: string,
  examples: readonly string[],
): readonly Problem[] {
  const { problem, matches } = readPattern(shape);
  if (problem !== undefined) {
    return [
      {
        path,
        message: `the pattern is not a valid regular expression: ${problem}`,
        got: shape,
        next: "write it as RE2 reads it",
      },
    ];
  }
  return examples
    .filter((each) => !matches(each))
    .map((each) => ({
      path,
      message: `the example "${each}" has not the shape ${shape}`,
      next: "correct the example or the pattern",
    }));
}

function checkBuckets(path: string, metric: Metric): readonly Problem[] {
  if (metric.type !== "histogram") return [];
  const { buckets } = metric;
  const ascending = buckets.every(
    (bound, index) => index === 0 || bound > (buckets[index - 1] ?? 0),
  );
  if (
    buckets.length > 0 &&
    ascending &&
    buckets.every((bound) => Number.isFinite(bound) && bound >= 0)
  ) {
    return [];
  }
  return [
    {
      path,
      message:
        "bucket bounds must be finite, 0 or more, ascending and at least one",
      got: `[${buckets.join(", ")}]`,
      next: "list the upper bounds without +Inf",
    },
  ];
}

function checkQuantiles(path: string, metric: Metric): readonly Problem[] {
  if (metric.type !== "summary") return [];
  const { quantiles } = metric;
  const ascending = quantiles.every(
    (quantile, index) => index === 0 || quantile > (quantiles[index - 1] ?? 0),
  );
  return ascending &&
    quantiles.every((quantile) => quantile >= 0 && quantile <= 1)
    ? []
    : [
        {
          path,
          message: "quantiles must be from 0 to 1 and ascending",
          got: `[${quantiles.join(", ")}]`,
          next: "list them as the metric exposes them: 0.5 for the median",
        },
      ];
}

function checkRetention(path: string, metric: Metric): readonly Problem[] {
  const retention = metric.retention ?? "standard";
  return Object.hasOwn(RETENTION_DAYS, retention)
    ? []
    : [
        {
          path,
          message: "unknown retention class",
          got: retention,
          allowed: Object.keys(RETENTION_DAYS).join(", "),
          next: "choose one",
        },
      ];
}
