import type { SyntaxNode } from "@lezer/common";
import type { LabelSet, SeriesCatalogue } from "./series-catalogue";
import {
  argumentsOf,
  childrenOf,
  groupingLabels,
  innerSelector,
  operandsOf,
  selectorOf,
  textOf,
} from "./tree";
import type { Query } from "./tree";

/** A number or a string has no labels and matches everything; a vector has those that its samples carry. */
export type Result = "scalar" | LabelSet;

const NONE: LabelSet = { names: new Set(), exact: true };
const UNKNOWN: LabelSet = { names: "any", exact: false };

/** Aggregations that choose samples and keep their labels. */
const CHOOSING = new Set(["topk", "bottomk", "limitk", "limit_ratio"]);
const WITHOUT_LABELS = new Set(["vector", "time", "pi", "scalar"]);

/** Which labels the samples of an expression carry. */
export function labelsOf(
  query: Query,
  node: SyntaxNode,
  catalogue: SeriesCatalogue,
): Result {
  const inner = (child: SyntaxNode | undefined): Result =>
    child === undefined ? UNKNOWN : labelsOf(query, child, catalogue);
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
    case "VectorSelector": {
      const { name } = selectorOf(query, node);
      return (
        (name === undefined ? undefined : catalogue.get(name)?.labels) ??
        UNKNOWN
      );
    }
    case "AggregateExpr":
      return ofAggregation(query, node, inner(argumentsOf(node).at(-1)));
    case "FunctionCall":
      return ofFunction(query, node, inner);
    case "BinaryExpr":
      return ofOperation(query, node, inner);
    default:
      return UNKNOWN;
  }
}

function ofAggregation(query: Query, node: SyntaxNode, inner: Result): Result {
  if (inner === "scalar") return UNKNOWN;
  const operator = node.getChild("AggregateOp");
  if (operator !== null && CHOOSING.has(textOf(query, operator))) return inner;
  const modifier = node.getChild("AggregateModifier");
  const grouping = modifier?.getChild("GroupingLabels");
  if (!modifier || !grouping) return NONE;
  const named = groupingLabels(query, grouping);
  if (modifier.getChild("By")) {
    const { names } = inner;
    return {
      names: new Set(
        named.filter((label) => names === "any" || names.has(label)),
      ),
      exact: true,
    };
  }
  return without(inner, named);
}

function ofFunction(
  query: Query,
  node: SyntaxNode,
  inner: (child: SyntaxNode | undefined) => Result,
): Result {
  const name = functionName(query, node);
  const [first, second] = argumentsOf(node);
  if (name === "scalar" || name === "time" || name === "pi") return "scalar";
  if (WITHOUT_LABELS.has(name)) return NONE;
  if (name === "absent" || name === "absent_over_time") {
    const selector = first && innerSelector(first);
    if (selector === undefined) return NONE;
    const { matchers } = selectorOf(query, selector);
    return {
      names: new Set(
        matchers
          .filter(({ operator }) => operator === "=")
          .map(({ label }) => label),
      ),
      exact: true,
    };
  }
  if (name === "histogram_quantile") return without(inner(second), ["le"]);
  if (name === "label_replace" || name === "label_join") {
    return withLabel(
      inner(first),
      second === undefined ? "" : textOf(query, second).slice(1, -1),
    );
  }
  const arguments_ = argumentsOf(node);
  if (arguments_.length === 0) return NONE;
  return (
    arguments_.map(inner).find((result) => result !== "scalar") ?? "scalar"
  );
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
    return { names: new Set(matching.labels), exact: true };
  return without(left, matching.labels);
}

/** How the samples of both sides of an operation find each other. */
export interface Matching {
  readonly kind: "on" | "ignoring";
  readonly labels: readonly string[];
  /** Side with many samples for one of the other. */
  readonly side: "left" | "right" | "none";
  /** Labels taken over from the side with one. */
  readonly include: readonly string[];
}

/** The matching clause of an operation; without one, samples must agree in every label. */
export function matchingOf(query: Query, node: SyntaxNode): Matching {
  const clause = node.getChild("MatchingModifierClause");
  if (!clause)
    return { kind: "ignoring", labels: [], side: "none", include: [] };
  const many = clause.getChild("GroupLeft") ?? clause.getChild("GroupRight");
  const groupings = clause.getChildren("GroupingLabels");
  const before = groupings.filter(({ from }) => !many || from < many.from);
  const after = groupings.filter(({ from }) => many && from > many.from);
  const labels = (nodes: readonly SyntaxNode[]): readonly string[] =>
    nodes.flatMap((grouping) => groupingLabels(query, grouping));
  return {
    kind: clause.getChild("On") ? "on" : "ignoring",
    labels: labels(before),
    side: !many ? "none" : many.name === "GroupLeft" ? "left" : "right",
    include: labels(after),
  };
}

/** Name of the function that is called. */
export const functionName = (query: Query, node: SyntaxNode): string => {
  const identifier = node.getChild("FunctionIdentifier");
  return identifier === null ? "" : textOf(query, identifier);
};

/** The words of an operation, without its operands: `>`, `and`, `/`. */
export const operatorOf = (query: Query, node: SyntaxNode): string => {
  const [left] = operandsOf(node);
  const operator = childrenOf(node).find(
    ({ from }) => left !== undefined && from >= left.to,
  );
  return operator === undefined ? "" : textOf(query, operator);
};

function without(result: Result, labels: readonly string[]): Result {
  if (result === "scalar" || result.names === "any") return result;
  return {
    names: new Set(
      [...result.names].filter((label) => !labels.includes(label)),
    ),
    exact: result.exact,
  };
}

function withLabel(result: LabelSet, label: string): LabelSet;
function withLabel(result: Result, label: string): Result;
function withLabel(result: Result, label: string): Result {
  if (result === "scalar" || result.names === "any") return result;
  return { names: new Set([...result.names, label]), exact: result.exact };
}

const union = (left: LabelSet, right: LabelSet): LabelSet =>
  left.names === "any" || right.names === "any"
    ? UNKNOWN
    : {
        names: new Set([...left.names, ...right.names]),
        exact:
          left.exact &&
          right.exact &&
          left.names.size === right.names.size &&
          [...left.names].every(
            (label) => right.names !== "any" && right.names.has(label),
          ),
      };
