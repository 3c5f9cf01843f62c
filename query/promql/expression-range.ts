import type { SyntaxNode } from "@lezer/common";
import { functionName } from "./labels";
import { operatorOf } from "./matching";
import { namesIn } from "./names-in";
import { isPart } from "./part-of";
import type { SeriesCatalogue } from "./series-catalogue";
import {
  CHOOSING,
  aggregationName,
  argumentsOf,
  operandsOf,
  selectorOf,
  textOf,
  writtenOf,
} from "./tree";
import type { Query } from "./tree";
import {
  ANY,
  NOT_NEGATIVE,
  added,
  between,
  divided,
  eitherOf,
  exactly,
  exchanged,
  fulfilling,
  isComparison,
  multiplied,
  negated,
} from "./value-range";
import type { ValueRange } from "./value-range";

/** A number that was written; undefined for a named threshold, and for anything else. */
export function writtenNumber(
  query: Query,
  node: SyntaxNode,
): number | undefined {
  switch (node.name) {
    case "ParenExpr": {
      const [inner] = operandsOf(node);
      return inner === undefined ? undefined : writtenNumber(query, inner);
    }
    case "UnaryExpr": {
      const [inner] = operandsOf(node);
      const value =
        inner === undefined ? undefined : writtenNumber(query, inner);
      return value === undefined || textOf(query, node).startsWith("+")
        ? value
        : -value;
    }
    case "NumberDurationLiteral": {
      const text = textOf(query, node);
      // A named threshold, or one of Grafana's variables, is a number that only they know.
      if (writtenOf(query, node) !== text) return undefined;
      const value = Number(text);
      return Number.isNaN(value) ? undefined : value;
    }
    default:
      return undefined;
  }
}

/**
 * The values that the samples of an expression can have, as far as the types of its series and its
 * functions decide them.
 */
export function rangeOf(
  query: Query,
  node: SyntaxNode | undefined,
  catalogue: SeriesCatalogue,
): ValueRange {
  if (node === undefined) return ANY;
  const inner = (child: SyntaxNode | undefined): ValueRange =>
    rangeOf(query, child, catalogue);
  const number = writtenNumber(query, node);
  if (number !== undefined) return exactly(number);
  switch (node.name) {
    case "PromQL":
    case "ParenExpr":
    case "MatrixSelector":
    case "OffsetExpr":
    case "StepInvariantExpr":
    case "SubqueryExpr":
      return inner(operandsOf(node)[0]);
    case "UnaryExpr":
      return textOf(query, node).startsWith("-")
        ? negated(inner(operandsOf(node)[0]))
        : inner(operandsOf(node)[0]);
    case "VectorSelector":
      return ofSeries(selectorOf(query, node).name, catalogue);
    case "AggregateExpr":
      return ofAggregation(query, node, inner);
    case "FunctionCall":
      return ofFunction(query, node, catalogue, inner);
    case "BinaryExpr":
      return ofOperation(query, node, inner);
    default:
      return ANY;
  }
}

/** Series of Prometheus and its exporters that hold 0 or 1. */
const BINARY = new Set(["up", "probe_success"]);

/** Units of which nobody observes less than nothing. */
const NEVER_NEGATIVE = /_(?:seconds|bytes)_sum$/;

function ofSeries(
  name: string | undefined,
  catalogue: SeriesCatalogue,
): ValueRange {
  if (name === undefined) return ANY;
  if (BINARY.has(name)) return between(0, 1);
  if (name === "ALERTS") return exactly(1);
  switch (catalogue.get(name)?.type) {
    case "counter":
    case "bucket":
    case "count":
      return NOT_NEGATIVE;
    case "sum":
      return NEVER_NEGATIVE.test(name) ? NOT_NEGATIVE : ANY;
    case "gauge":
    case "quantile":
    case "recorded":
    case undefined:
      return ANY;
  }
}

/** Aggregations and functions whose values are among those of their samples, or between them. */
const AMONG = new Set([
  "avg",
  "min",
  "max",
  ...CHOOSING,
  "avg_over_time",
  "min_over_time",
  "max_over_time",
  "last_over_time",
  "first_over_time",
  "sort",
  "sort_desc",
  "sort_by_label",
  "sort_by_label_desc",
  "label_replace",
  "label_join",
]);

/** They say that there is something. */
const ONE = new Set([
  "group",
  "absent",
  "absent_over_time",
  "present_over_time",
]);

/** Numbers of samples of which there is at least one. */
const FROM_ONE = new Set(["count", "count_values", "count_over_time"]);

/** Never negative, whatever they are given. */
const ALWAYS_NOT_NEGATIVE = new Set([
  "abs",
  "changes",
  "exp",
  "resets",
  "time",
  "timestamp",
]);

/** Not negative where their samples are not. */
const KEEPS_SIGN = new Set([
  "rate",
  "irate",
  "increase",
  "sum",
  "sum_over_time",
  "ceil",
  "floor",
  "round",
]);

/** @see https://prometheus.io/docs/prometheus/latest/querying/functions/#day_of_week */
const OF_DATES: Readonly<Record<string, ValueRange>> = {
  day_of_month: between(1, 31),
  day_of_week: between(0, 6),
  day_of_year: between(1, 366),
  days_in_month: between(28, 31),
  hour: between(0, 23),
  minute: between(0, 59),
  month: between(1, 12),
};

/** What aggregations and functions have in common. */
function ofName(name: string, value: () => ValueRange): ValueRange | undefined {
  if (ONE.has(name)) return exactly(1);
  if (FROM_ONE.has(name)) return between(1, Infinity);
  if (ALWAYS_NOT_NEGATIVE.has(name)) {
    return { ...NOT_NEGATIVE, nan: name === "abs" && value().nan };
  }
  if (AMONG.has(name)) return value();
  if (KEEPS_SIGN.has(name)) {
    const { low, nan } = value();
    return low < 0 ? ANY : { ...NOT_NEGATIVE, nan };
  }
  return undefined;
}

const ofAggregation = (
  query: Query,
  node: SyntaxNode,
  inner: (child: SyntaxNode | undefined) => ValueRange,
): ValueRange =>
  ofName(aggregationName(query, node), () => inner(argumentsOf(node).at(-1))) ??
  ANY;

function ofFunction(
  query: Query,
  node: SyntaxNode,
  catalogue: SeriesCatalogue,
  inner: (child: SyntaxNode | undefined) => ValueRange,
): ValueRange {
  const name = functionName(query, node);
  const [first, second] = argumentsOf(node);
  const ofDate = OF_DATES[name];
  if (ofDate !== undefined) return ofDate;
  switch (name) {
    case "vector":
      return inner(first);
    case "scalar":
      // NaN where there is not exactly one sample.
      return { ...inner(first), nan: true };
    case "histogram_quantile":
      return ofQuantile(query, first, second, catalogue);
    case "clamp_min": {
      const { low, high, nan } = inner(first);
      const least = second && writtenNumber(query, second);
      return least === undefined
        ? ANY
        : { low: Math.max(low, least), high: Math.max(high, least), nan };
    }
    default:
      return ofName(name, () => inner(first)) ?? ANY;
  }
}

/**
 * A quantile lies between 0 and the highest bound, which Prometheus answers for whatever is above.
 * It is NaN without observations.
 * @see
 *   https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile
 */
function ofQuantile(
  query: Query,
  quantile: SyntaxNode | undefined,
  buckets: SyntaxNode | undefined,
  catalogue: SeriesCatalogue,
): ValueRange {
  const share =
    quantile === undefined ? undefined : writtenNumber(query, quantile);
  if (share === undefined || share < 0 || share > 1) return ANY;
  const [series, ...others] =
    buckets === undefined ? [] : new Set(namesIn(query, buckets));
  const bounds =
    series === undefined || others.length > 0
      ? undefined
      : catalogue.get(series)?.bounds;
  const [lowest, highest] = [bounds?.[0], bounds?.at(-1)];
  return lowest === undefined || highest === undefined || lowest <= 0
    ? ANY
    : { low: 0, high: highest, nan: true };
}

function ofOperation(
  query: Query,
  node: SyntaxNode,
  inner: (child: SyntaxNode | undefined) => ValueRange,
): ValueRange {
  const [left, right] = operandsOf(node);
  if (left === undefined || right === undefined) return ANY;
  if (node.getChild("Or")) return eitherOf(inner(left), inner(right));
  if (node.getChild("And") || node.getChild("Unless")) return inner(left);
  const operator = operatorOf(query, node);
  if (isComparison(operator)) {
    if (node.getChild("BoolModifier")) return between(0, 1);
    const limit = writtenNumber(query, right);
    if (limit !== undefined) return fulfilling(inner(left), operator, limit);
    const least = writtenNumber(query, left);
    return least === undefined
      ? inner(left)
      : fulfilling(inner(right), exchanged(operator), least);
  }
  switch (operator) {
    case "+":
      return added(inner(left), inner(right));
    case "-":
      return added(inner(left), negated(inner(right)));
    case "*":
      return multiplied(inner(left), inner(right));
    case "/": {
      const quotient = divided(inner(left), inner(right));
      return isPart(query, left, right) ? { ...quotient, high: 1 } : quotient;
    }
    default:
      return ANY;
  }
}
