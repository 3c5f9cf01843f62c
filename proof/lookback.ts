import type { SyntaxNode } from "@lezer/common";
import { readQuery } from "../query/promql/read-query";
import { secondsOf } from "../query/promql/durations";
import { textOf } from "../query/promql/tree";
import type { Query } from "../query/promql/tree";
import type { Rule } from "../prometheus/rules/rule-group";

const LOOKBACK_SECONDS = 300;

/**
 * How far back, in seconds, a rule can look at most through all that it stands on: longer than that
 * ago is forgotten.
 */
export const lookbackSeconds = (rules: readonly Rule[]): number =>
  rules.reduce((sum, rule) => sum + ownLookback(rule.expr), LOOKBACK_SECONDS);

/**
 * The longest range with its offset. Whatever lies in one is added up, which is enough or a little
 * more.
 */
function ownLookback(expr: string): number {
  const query = readQuery(expr);
  let longest = 0;
  query.top.cursor().iterate(({ node }) => {
    if (!RANGES.has(node.name)) return true;
    longest = Math.max(longest, durationsIn(query, node));
    // What is inside has been counted.
    return false;
  });
  return longest;
}

const RANGES = new Set(["MatrixSelector", "SubqueryExpr", "OffsetExpr"]);

function durationsIn(query: Query, node: SyntaxNode): number {
  let sum = 0;
  node.cursor().iterate((inner) => {
    if (inner.name === "NumberDurationLiteralInDurationContext") {
      sum += secondsOf(textOf(query, inner)) ?? 0;
    }
  });
  return sum;
}
