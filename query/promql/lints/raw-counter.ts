import { operatorOf } from "../matching";
import { operandsOf, selectorOf, writtenOf } from "../tree";
import type { Lint } from "./lint";

const ORDER = [">", "<", ">=", "<="];

/**
 * @see https://prometheus.io/docs/practices/instrumentation/#counter-vs-gauge-summary-vs-histogram
 */
export const rawCounter: Lint = {
  name: "raw-counter",
  why: "A counter counts from the start of its process. Its value says how long the process runs, and a restart sets it to 0: an alert fires for ever, or never.",
  bad: "shop_requests_total > 1000",
  good: "increase(shop_requests_total[1h]) > 1000",
  remedy: "compare rate or increase",
  nodes: ["BinaryExpr"],
  find: (query, node, { catalogue }) => {
    if (!ORDER.includes(operatorOf(query, node))) return [];
    const operands = operandsOf(node);
    if (!operands.some(({ name }) => name === "NumberDurationLiteral")) {
      return [];
    }
    const selector = operands.find(({ name }) => name === "VectorSelector");
    if (selector === undefined) return [];
    const { name } = selectorOf(query, selector);
    const type = name === undefined ? undefined : catalogue.get(name)?.type;
    return type !== "counter"
      ? []
      : [
          {
            from: node.from,
            to: node.to,
            message: `${writtenOf(query, selector)} counts since its process began, so its value means nothing by itself`,
            next: "compare rate or increase",
          },
        ];
  },
};
