import type { SyntaxNode } from "@lezer/common";
import { readQuery } from "../query/promql/read-query";
import { secondsOf } from "../query/promql/durations";
import { textOf } from "../query/promql/tree";
import type { Query } from "../query/promql/tree";
import type { Rule } from "../prometheus/rules/rule-group";

const LOOKBACK_SECONDS = 300;

/**
 * Maximum number of seconds that a rule looks back, through all recording rules it depends on.
 * Older samples do not affect it.
 */
export const lookbackSeconds = (rules: readonly Rule[]): number =>
  rules.reduce((sum, rule) => sum + ownLookback(rule.expr), LOOKBACK_SECONDS);

/** The longest range plus its offset. Nested ranges are added up, which gives an upper bound. */
function ownLookback(expr: string): number {
  const query = readQuery(expr);
  let longest = 0;
  query.top.cursor().iterate(({ node }) => {
    if (!RANGES.has(node.name)) return true;
    longest = Math.max(longest, durationsIn(query, node));
    // Nested ranges have been counted.
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
