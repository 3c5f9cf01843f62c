import type { SyntaxNode } from "@lezer/common";
import { values } from "../../model/label-values";
import { fulfils } from "../../model/label-matcher";
import {
  NO_LABELS,
  UNKNOWN_LABELS,
  union,
  valuesOf,
  withLabel,
  without,
} from "./label-sets";
import type { Result } from "./label-sets";
import { matchingOf } from "./matching";
import { hasVariable, isVariableName } from "./parseable-text";
import { readQuery } from "./read-query";
import type { LabelSet, SeriesCatalogue } from "./series-catalogue";
import {
  CHOOSING,
  aggregationName,
  argumentsOf,
  groupingLabels,
  operandsOf,
  quoted,
  selectorOf,
  textOf,
} from "./tree";
import type { Matcher, Query } from "./tree";

const WITHOUT_LABELS = new Set(["vector", "time", "pi", "scalar"]);

/** Results by position, since every operation asks for its operands again. */
interface Memory {
  readonly query: Query;
  readonly catalogue: SeriesCatalogue;
  readonly results: Map<string, Result>;
}

/** Cached for the last query only: checks finish one query before the next. */
let memory: Memory | undefined;

/** The labels of an expression's samples. */
export function labelsOf(
  query: Query,
  node: SyntaxNode,
  catalogue: SeriesCatalogue,
): Result {
  if (memory?.query !== query || memory.catalogue !== catalogue) {
    memory = { query, catalogue, results: new Map() };
  }
  const { results } = memory;
  const known = (child: SyntaxNode): Result => {
    const place = `${String(child.from)} ${String(child.to)} ${child.name}`;
    const before = results.get(place);
    if (before !== undefined) return before;
    const result = infer(query, child, catalogue, (below) =>
      below === undefined ? UNKNOWN_LABELS : known(below),
    );
    results.set(place, result);
    return result;
  };
  return known(node);
}

/** Names of the labels that the result of an expression may carry; none where it is a number. */
export function labelNamesOf(
  expr: string,
  catalogue: SeriesCatalogue,
): ReadonlySet<string> | "any" {
  const query = readQuery(expr);
  const result = labelsOf(query, query.top, catalogue);
  return result === "scalar" ? new Set() : result.names;
}

function infer(
  query: Query,
  node: SyntaxNode,
  catalogue: SeriesCatalogue,
  inner: (child: SyntaxNode | undefined) => Result,
): Result {
  switch (node.name) {
    case "PromQL":
    case "ParenExpr":
    case "UnaryExpr":
    case "MatrixSelector":
    case "OffsetExpr":
    case "StepInvariantExpr":
    case "SubqueryExpr":
      return inner(operandsOf(node)[0]);
    case "NumberDurationLiteral":
    case "StringLiteral":
      return "scalar";
    case "VectorSelector":
      return ofSelector(query, node, catalogue);
    case "AggregateExpr":
      return ofAggregation(query, node, inner);
    case "FunctionCall":
      return ofFunction(query, node, inner);
    case "BinaryExpr":
      return ofOperation(query, node, inner);
    default:
      return UNKNOWN_LABELS;
  }
}

function ofSelector(
  query: Query,
  node: SyntaxNode,
  catalogue: SeriesCatalogue,
): Result {
  const { name, matchers } = selectorOf(query, node);
  const labels = name === undefined ? undefined : catalogue.get(name)?.labels;
  if (labels === undefined) return UNKNOWN_LABELS;
  const missing = matchers
    .filter(({ operator, value }) => operator === "=" && value === "")
    .map(({ label }) => label);
  return narrowed(
    missing.length === 0 ? labels : without(labels, missing),
    matchers,
  );
}

/** What is left of the values of the labels that are matched. */
function narrowed(labels: LabelSet, matchers: readonly Matcher[]): LabelSet {
  const known = new Map(labels.values);
  for (const { label, operator, value } of matchers) {
    if (value === "" || hasVariable(value)) continue;
    const { names } = labels;
    if (names !== "any" && !names.has(label)) continue;
    if (operator === "=") known.set(label, values(value));
    const before = known.get(label);
    if (before?.kind !== "values") continue;
    known.set(
      label,
      values(
        ...before.values.filter((each) => fulfils({ operator, value }, each)),
      ),
    );
  }
  return known.size === 0 ? labels : { ...labels, values: known };
}

function ofAggregation(
  query: Query,
  node: SyntaxNode,
  inner: (child: SyntaxNode | undefined) => Result,
): Result {
  const [first, ...others] = argumentsOf(node);
  const result = inner(others.at(-1) ?? first);
  if (result === "scalar") return UNKNOWN_LABELS;
  const name = aggregationName(query, node);
  if (CHOOSING.has(name)) return result;
  const grouped = groupedLabels(query, node, result);
  return name === "count_values" && first !== undefined
    ? withLabel(grouped, quoted(textOf(query, first)))
    : grouped;
}

function groupedLabels(
  query: Query,
  node: SyntaxNode,
  inner: LabelSet,
): LabelSet {
  const modifier = node.getChild("AggregateModifier");
  const grouping = modifier?.getChild("GroupingLabels");
  if (!modifier || !grouping) return NO_LABELS;
  const named = groupingLabels(query, grouping);
  if (named.some(isVariableName)) return UNKNOWN_LABELS;
  if (!modifier.getChild("By")) return without(inner, named);
  const { names } = inner;
  return {
    names: new Set(
      named.filter((label) => names === "any" || names.has(label)),
    ),
    exact: true,
    ...valuesOf(inner, (label) => named.includes(label)),
  };
}

function ofFunction(
  query: Query,
  node: SyntaxNode,
  inner: (child: SyntaxNode | undefined) => Result,
): Result {
  const name = functionName(query, node);
  const [first, second] = argumentsOf(node);
  if (name === "scalar" || name === "time" || name === "pi") return "scalar";
  if (WITHOUT_LABELS.has(name)) return NO_LABELS;
  if (name === "absent" || name === "absent_over_time") {
    return ofAbsent(query, first);
  }
  if (name === "histogram_quantile") return without(inner(second), ["le"]);
  if (name === "histogram_fraction") {
    return without(inner(argumentsOf(node)[2]), ["le"]);
  }
  if (name === "label_replace" || name === "label_join") {
    return withLabel(
      inner(first),
      second === undefined ? "" : quoted(textOf(query, second)),
    );
  }
  if (name === "info") return UNKNOWN_LABELS;
  const arguments_ = argumentsOf(node);
  if (arguments_.length === 0) return NO_LABELS;
  return (
    arguments_.map(inner).find((result) => result !== "scalar") ?? "scalar"
  );
}

/**
 * The one sample of `absent` has the labels that the selector matches by one `=`; for any other
 * argument it has none.
 */
function ofAbsent(query: Query, argument: SyntaxNode | undefined): LabelSet {
  const selector =
    argument?.name === "MatrixSelector" ? operandsOf(argument)[0] : argument;
  if (selector?.name !== "VectorSelector") return NO_LABELS;
  const { matchers } = selectorOf(query, selector);
  const asked = matchers.map(({ label }) => label);
  const kept = matchers.filter(
    ({ label, operator, value }) =>
      operator === "=" &&
      value !== "" &&
      asked.indexOf(label) === asked.lastIndexOf(label),
  );
  return {
    names: new Set(kept.map(({ label }) => label)),
    exact: true,
    ...(kept.length === 0
      ? {}
      : {
          values: new Map(
            kept.map(({ label, value }) => [label, values(value)]),
          ),
        }),
  };
}

function ofOperation(
  query: Query,
  node: SyntaxNode,
  inner: (child: SyntaxNode | undefined) => Result,
): Result {
  const [leftNode, rightNode] = operandsOf(node);
  const left = inner(leftNode);
  const right = inner(rightNode);
  if (left === "scalar") return right;
  if (right === "scalar") return left;
  if (node.getChild("Or")) return union(left, right);
  if (node.getChild("And") || node.getChild("Unless")) return left;
  const matching = matchingOf(query, node);
  switch (matching.side) {
    case "left":
      return matching.include.reduce<LabelSet>(withLabel, left);
    case "right":
      return matching.include.reduce<LabelSet>(withLabel, right);
    case "none":
      break;
  }
  if (matching.kind === "on")
    return {
      names: new Set(matching.labels),
      exact: true,
      ...valuesOf(left, (label) => matching.labels.includes(label)),
    };
  return without(left, matching.labels);
}

/** Name of the called function. */
export const functionName = (query: Query, node: SyntaxNode): string => {
  const identifier = node.getChild("FunctionIdentifier");
  return identifier === null ? "" : textOf(query, identifier);
};
