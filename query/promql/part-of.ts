import type { SyntaxNode } from "@lezer/common";
import { functionName } from "./labels";
import { operatorOf } from "./matching";
import { childrenOf, operandsOf, selectorOf, textOf } from "./tree";
import type { Query, Selector } from "./tree";

/**
 * Whether a numerator counts a part of what its denominator counts, so that their quotient is at
 * most 1: both are the same sum of rates, and the numerator selects more narrowly.
 */
export function isPart(
  query: Query,
  numerator: SyntaxNode,
  denominator: SyntaxNode,
): boolean {
  const part = withoutNothing(query, bare(numerator));
  const whole = withoutLimit(query, bare(denominator));
  return (
    part !== undefined && whole !== undefined && isPartOf(query, part, whole)
  );
}

/** Functions and aggregations that grow with each series, or with each of its values. */
const GROWING = new Set(["sum", "count", "rate", "increase"]);

function isPartOf(query: Query, part: SyntaxNode, whole: SyntaxNode): boolean {
  const [one, other] = [bare(part), bare(whole)];
  if (one.name !== other.name) return false;
  switch (one.name) {
    case "VectorSelector":
      return selectsWithin(selectorOf(query, one), selectorOf(query, other));
    case "MatrixSelector":
      return (
        durationsOf(query, one) === durationsOf(query, other) &&
        innerIsPart(query, one, other)
      );
    case "FunctionCall":
      return (
        GROWING.has(functionName(query, one)) &&
        functionName(query, one) === functionName(query, other) &&
        innerIsPart(query, one, other)
      );
    case "AggregateExpr":
      return (
        GROWING.has(partText(query, one, "AggregateOp")) &&
        partText(query, one, "AggregateOp") ===
          partText(query, other, "AggregateOp") &&
        partText(query, one, "AggregateModifier") ===
          partText(query, other, "AggregateModifier") &&
        innerIsPart(query, one, other)
      );
    default:
      return false;
  }
}

function innerIsPart(
  query: Query,
  part: SyntaxNode,
  whole: SyntaxNode,
): boolean {
  const [one, ...more] = innerOf(part);
  const [other, ...others] = innerOf(whole);
  return (
    one !== undefined &&
    other !== undefined &&
    more.length === 0 &&
    others.length === 0 &&
    isPartOf(query, one, other)
  );
}

const innerOf = (node: SyntaxNode): readonly SyntaxNode[] => {
  const body = node.getChild("FunctionCallBody");
  return operandsOf(body ?? node);
};

/** The same metric, or buckets below a bound of the histogram that the other counts. */
function selectsWithin(part: Selector, whole: Selector): boolean {
  const isBounded = part.matchers.some(
    ({ label, operator }) => label === "le" && operator === "=",
  );
  const counted = part.name?.replace(/_bucket$/, "_count");
  return (
    whole.name !== undefined &&
    (part.name === whole.name || (isBounded && counted === whole.name)) &&
    whole.matchers.every(({ label, operator, value }) =>
      part.matchers.some(
        (matcher) =>
          matcher.label === label &&
          matcher.operator === operator &&
          matcher.value === value,
      ),
    )
  );
}

const partText = (query: Query, node: SyntaxNode, name: string): string => {
  const child = node.getChild(name);
  return child === null ? "" : textOf(query, child).replace(/\s/g, "");
};

const durationsOf = (query: Query, node: SyntaxNode): string =>
  childrenOf(node)
    .filter(({ name }) => name === "DurationExpr")
    .map((child) => textOf(query, child).trim())
    .join(" ");

function bare(node: SyntaxNode): SyntaxNode {
  const [inner] = node.name === "ParenExpr" ? operandsOf(node) : [];
  return inner === undefined ? node : bare(inner);
}

/** `x or vector(0)` is x, or nothing of the whole. */
function withoutNothing(
  query: Query,
  node: SyntaxNode,
): SyntaxNode | undefined {
  if (node.name !== "BinaryExpr") return node;
  const [left, right] = operandsOf(node);
  return node.getChild("Or") !== null &&
    right !== undefined &&
    /^vector\(0\)$/.test(textOf(query, bare(right)).replace(/\s/g, ""))
    ? left
    : undefined;
}

/** `x > 0` is x where there is any. */
function withoutLimit(query: Query, node: SyntaxNode): SyntaxNode | undefined {
  if (node.name !== "BinaryExpr") return node;
  const [left, right] = operandsOf(node);
  const isLimit =
    right?.name === "NumberDurationLiteral" &&
    [">", ">="].includes(operatorOf(query, node));
  return isLimit ? left : undefined;
}
