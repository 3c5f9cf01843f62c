import type { SyntaxNode } from "@lezer/common";
import { writtenNumber } from "./expression-range";
import { operatorOf } from "./matching";
import { operandsOf } from "./tree";
import type { Query } from "./tree";
import { exchanged, isComparison } from "./value-range";
import type { Comparison } from "./value-range";

/** `x > 5`, whichever side the number stands on. */
export interface Compared {
  readonly of: SyntaxNode;
  readonly comparison: Comparison;
  readonly limit: number;
}

/**
 * A comparison with a written number that leaves out what does not fulfil it; undefined for
 * anything else, `bool` too.
 */
export function comparedWith(
  query: Query,
  node: SyntaxNode,
): Compared | undefined {
  const operator = operatorOf(query, node);
  if (!isComparison(operator)) return undefined;
  if (node.getChild("BoolModifier") !== null) return undefined;
  const [left, right] = operandsOf(node);
  if (left === undefined || right === undefined) return undefined;
  const limit = writtenNumber(query, right);
  if (limit !== undefined) return { of: left, comparison: operator, limit };
  const least = writtenNumber(query, left);
  return least === undefined
    ? undefined
    : { of: right, comparison: exchanged(operator), limit: least };
}
