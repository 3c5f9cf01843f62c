import type { SyntaxNode } from "@lezer/common";
import { functionName } from "../labels";
import { operatorOf } from "../matching";
import { argumentsOf, operandsOf, textOf, writtenOf } from "../tree";
import type { Query } from "../tree";
import type { Lint } from "./lint";

const EXTRAPOLATED = ["rate", "irate", "increase", "delta"];

/** @see https://prometheus.io/docs/prometheus/latest/querying/functions/#increase */
export const exactIncrease: Lint = {
  name: "exact-increase",
  why: "`increase` and `rate` extrapolate to the ends of the window: a counter that goes from 7 to 8 gives 1.25. A comparison for equality with anything but 0 hardly ever holds.",
  bad: "sum(increase(shop_requests_total[5m])) == 1",
  good: "sum(increase(shop_requests_total[5m])) >= 0.5",
  remedy: "compare with a bound: > 0, >= 0.5",
  nodes: ["BinaryExpr"],
  find: (query, node) => {
    const operator = operatorOf(query, node);
    if (operator !== "==" && operator !== "!=") return [];
    const [left, right] = operandsOf(node);
    if (left === undefined || right === undefined) return [];
    const [number, other] =
      right.name === "NumberDurationLiteral" ? [right, left] : [left, right];
    if (number.name !== "NumberDurationLiteral") return [];
    // A named threshold is a number that only its alert knows.
    const named = writtenOf(query, number) !== textOf(query, number);
    if (named || Number(textOf(query, number)) === 0) return [];
    if (!extrapolates(query, other)) return [];
    return [
      {
        from: node.from,
        to: node.to,
        message: `${writtenOf(query, other)} is extrapolated and hardly ever exactly ${writtenOf(query, number)}`,
        next: "compare with a bound: > 0, >= 0.5",
      },
    ];
  },
};

/** Whether its value is one that was extrapolated, or a sum of such. */
function extrapolates(query: Query, node: SyntaxNode): boolean {
  switch (node.name) {
    case "FunctionCall":
      return EXTRAPOLATED.includes(functionName(query, node));
    case "ParenExpr":
    case "UnaryExpr":
      return operandsOf(node).some((inner) => extrapolates(query, inner));
    case "AggregateExpr":
      return argumentsOf(node).some((inner) => extrapolates(query, inner));
    default:
      return false;
  }
}
