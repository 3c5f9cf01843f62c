import { readQuery } from "../promql/read-query";
import { secondsOf } from "../promql/durations";
import { childrenOf, textOf } from "../promql/tree";
import type { Rule } from "../rules/rule-group";

const LOOKBACK_SECONDS = 300;

/** How far back, in seconds, a rule can look at most through all that it stands on: longer than that ago is forgotten. */
export const reachSeconds = (rules: readonly Rule[]): number =>
  rules.reduce((sum, rule) => sum + ownReach(rule.expr), LOOKBACK_SECONDS);

function ownReach(expr: string): number {
  const query = readQuery(expr);
  let longest = 0;
  query.top.cursor().iterate((found) => {
    if (
      !["MatrixSelector", "SubqueryExpr", "OffsetExpr"].includes(found.name)
    ) {
      return;
    }
    const own = childrenOf(found.node)
      .filter(({ name }) => name.startsWith("NumberDurationLiteral"))
      .map((node) => secondsOf(textOf(query, node)) ?? 0);
    longest = Math.max(longest, ...own);
  });
  return longest;
}
