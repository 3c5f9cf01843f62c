import type { SyntaxNode } from "@lezer/common";
import { checkShift, withoutZeroOffsets } from "./check-shift";
import { secondsOf } from "./durations";
import type { Finding } from "./finding";
import { fulfils } from "../../model/label-matcher";
import { readPattern } from "../../model/re2-pattern";
import { readString } from "./string-literal";
import {
  aggregationName,
  argumentsOf,
  matcherOf,
  operandsOf,
  selectorOf,
  textOf,
  writtenOf,
} from "./tree";
import type { Matcher, Query, Span } from "./tree";

/**
 * Functions and aggregations that Prometheus 3.15 refuses without
 * `--enable-feature=promql-experimental-functions`.
 * @see https://prometheus.io/docs/prometheus/latest/feature_flags/#experimental-promql-functions
 */
const EXPERIMENTAL = new Set([
  "double_exponential_smoothing",
  "end",
  "histogram_quantiles",
  "info",
  "limit_ratio",
  "limitk",
  "mad_over_time",
  "range",
  "sort_by_label",
  "sort_by_label_desc",
  "start",
  "start_timestamp",
  "step",
  "ts_of_first_over_time",
  "ts_of_last_over_time",
  "ts_of_max_over_time",
  "ts_of_min_over_time",
]);

/** Errors that Prometheus reports but its editor grammar and type checker do not. */
export function checkRefused(
  query: Query,
  node: SyntaxNode,
): readonly Finding[] {
  switch (node.name) {
    case "MatrixSelector":
      return [...checkRange(query, node), ...checkDurations(query, node)];
    case "SubqueryExpr":
      return checkDurations(query, node);
    case "NumberDurationLiteralInDurationContext":
      return checkDuration(query, node);
    case "OffsetExpr":
    case "StepInvariantExpr":
      return checkShift(query, node);
    case "FunctionIdentifier":
    case "AggregateOp":
      return EXPERIMENTAL.has(textOf(query, node).toLowerCase())
        ? [experimental(node, textOf(query, node))]
        : [];
    case "AggregateExpr":
      return checkArguments(query, node);
    case "AnchoredExpr":
      return [experimental(node, "anchored")];
    case "SmoothedExpr":
      return [experimental(node, "smoothed")];
    case "FillModifier":
      return [experimental(node, textOf(query, node))];
    case "StringLiteral":
      return checkString(query, node);
    case "VectorSelector":
      return checkSelectsAll(query, node);
    case "UnquotedLabelMatcher":
    case "QuotedLabelMatcher":
      return checkPattern(matcherOf(query, node));
    default:
      return [];
  }
}

/** Kinds of node that {@link checkRefused} looks at. */
export const REFUSABLE: ReadonlySet<string> = new Set([
  "MatrixSelector",
  "SubqueryExpr",
  "NumberDurationLiteralInDurationContext",
  "OffsetExpr",
  "StepInvariantExpr",
  "FunctionIdentifier",
  "AggregateExpr",
  "AggregateOp",
  "AnchoredExpr",
  "SmoothedExpr",
  "FillModifier",
  "StringLiteral",
  "VectorSelector",
  "UnquotedLabelMatcher",
  "QuotedLabelMatcher",
]);

/** Aggregations that take a parameter in front of the expression. */
const WITH_PARAMETER = new Set([
  "bottomk",
  "count_values",
  "limit_ratio",
  "limitk",
  "quantile",
  "topk",
]);

/** @see https://prometheus.io/docs/prometheus/latest/querying/operators/#aggregation-operators */
function checkArguments(query: Query, node: SyntaxNode): readonly Finding[] {
  const name = aggregationName(query, node);
  const wanted = WITH_PARAMETER.has(name) ? 2 : 1;
  const got = argumentsOf(node).length;
  return got === wanted
    ? []
    : [
        {
          from: node.from,
          to: node.to,
          message: `${name} takes ${wanted === 1 ? "one argument" : "two arguments"}, got ${String(got)}`,
          next:
            wanted === 1
              ? "aggregate one expression: sum(a + b), or sum(a or b)"
              : `write the parameter first: ${name}(…, expression)`,
        },
      ];
}

function checkRange(query: Query, node: SyntaxNode): readonly Finding[] {
  const [operand] = operandsOf(node);
  return operand === undefined ||
    withoutZeroOffsets(query, operand).name === "VectorSelector"
    ? []
    : [
        {
          from: operand.from,
          to: operand.to,
          message: `a range follows a selector, not ${writtenOf(query, operand)}`,
          next: "put the function that reads the range around the selector, or make it a subquery: [5m:]",
        },
      ];
}

function checkDurations(query: Query, node: SyntaxNode): readonly Finding[] {
  return node
    .getChildren("DurationExpr")
    .filter((duration) => (secondsOf(textOf(query, duration)) ?? 1) <= 0)
    .map((duration) => ({
      from: duration.from,
      to: duration.to,
      message: `a range must be longer than 0, got ${writtenOf(query, duration)}`,
      next: "correct it; use offset to query another time",
    }));
}

/** The editor grammar accepts these as numbers, the engine only where no duration is expected. */
function checkDuration(query: Query, node: SyntaxNode): readonly Finding[] {
  const { from, to } = node;
  return /^(?:inf|nan)$/i.test(textOf(query, node))
    ? [
        {
          from,
          to,
          message: `${writtenOf(query, node)} is not a duration`,
          next: "write a number with a unit: 5m",
        },
      ]
    : [];
}

const experimental = ({ from, to }: Span, what: string): Finding => ({
  from,
  to,
  message: `${what} is experimental, Prometheus refuses it without a feature flag`,
  next: "write it with stable functions",
});

function checkString(query: Query, node: SyntaxNode): readonly Finding[] {
  const read = readString(textOf(query, node));
  const { from, to } = node;
  return read.kind === "text"
    ? []
    : [{ from, to, message: read.message, next: read.next }];
}

function checkPattern(matcher: Matcher | undefined): readonly Finding[] {
  if (!matcher?.operator.includes("~")) return [];
  const { problem } = readPattern(matcher.value);
  return problem === undefined
    ? []
    : [
        {
          from: matcher.node.from,
          to: matcher.node.to,
          message: `"${matcher.value}" is not a regular expression: ${problem}`,
          next: "correct it; Prometheus reads RE2",
        },
      ];
}

function checkSelectsAll(query: Query, node: SyntaxNode): readonly Finding[] {
  const { name, matchers } = selectorOf(query, node);
  if (name !== undefined || !matchers.every(takesAbsent)) return [];
  // A regular expression for the name is a matcher too, though no label's.
  if (/\b__name__\b/.test(textOf(query, node))) return [];
  return [
    {
      from: node.from,
      to: node.to,
      message: "the selector matches every series",
      next: "name the metric",
    },
  ];
}

/** Whether a series without the label passes. */
const takesAbsent = (matcher: Matcher): boolean => fulfils(matcher, "");
