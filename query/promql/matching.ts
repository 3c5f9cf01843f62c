import type { SyntaxNode } from "@lezer/common";
import { childrenOf, groupingLabels, operandsOf, textOf } from "./tree";
import type { Query } from "./tree";

/** Vector matching of a binary operation. */
export interface Matching {
  readonly kind: "on" | "ignoring";
  readonly labels: readonly string[];
  /** The "many" side, if one sample matches several. */
  readonly side: "left" | "right" | "none";
  /** Labels copied from the "one" side. */
  readonly include: readonly string[];
}

/** The matching clause of an operation; without one, samples must match on all labels. */
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

/** The operator of an operation with its modifiers, without operands: `>`, `and`, `/`. */
export const operatorOf = (query: Query, node: SyntaxNode): string => {
  const [left] = operandsOf(node);
  const operator = childrenOf(node).find(
    ({ from }) => left !== undefined && from >= left.to,
  );
  return operator === undefined ? "" : textOf(query, operator);
};
