import type { SyntaxNode } from "@lezer/common";
import { functionName } from "../labels";
import { argumentsOf, operandsOf, writtenOf } from "../tree";
import type { Lint } from "./lint";

const ON_COUNTERS = ["rate", "irate", "increase", "resets"];

/** @see https://www.robustperception.io/rate-then-sum-never-sum-then-rate/ */
export const rateOfAggregate: Lint = {
  name: "rate-of-aggregate",
  why: "When one pod restarts, the sum of the counters falls without reaching 0. `rate` takes any fall for a reset and adds the whole sum once more: a restart looks like a burst.",
  bad: "rate(sum(shop_requests_total)[10m:1m]) > 5",
  good: "sum(rate(shop_requests_total[10m])) > 5",
  remedy: "take the rate of each series first, then aggregate",
  nodes: ["FunctionCall"],
  find: (query, node) => {
    const name = functionName(query, node);
    if (!ON_COUNTERS.includes(name)) return [];
    const [argument] = argumentsOf(node);
    if (argument?.name !== "SubqueryExpr") return [];
    const [inner] = operandsOf(argument);
    const [aggregate] = inner === undefined ? [] : aggregates(inner);
    return aggregate === undefined
      ? []
      : [
          {
            from: node.from,
            to: node.to,
            message: `${name} of ${writtenOf(query, aggregate)}: one restart looks like a burst`,
            next: "take the rate of each series first, then aggregate",
          },
        ];
  },
};

/** Aggregations in an expression whose value is theirs: through parentheses and arithmetic. */
function aggregates(node: SyntaxNode): readonly SyntaxNode[] {
  if (node.name === "AggregateExpr") return [node];
  return node.name === "ParenExpr" ||
    node.name === "BinaryExpr" ||
    node.name === "UnaryExpr"
    ? operandsOf(node).flatMap(aggregates)
    : [];
}
