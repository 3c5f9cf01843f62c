import { comparedWith } from "../compared-with";
import { rangeOf } from "../expression-range";
import { writtenOf } from "../tree";
import { holdsForAll, rangeText } from "../value-range";
import type { ValueRange } from "../value-range";
import type { Lint } from "./lint";

/**
 * Nothing counts as 0 here: `count(x) > 0` and `absent(x) == 1` ask whether there is any, though a
 * count without samples is empty.
 */
const orNothing = (range: ValueRange): ValueRange =>
  range.low === 1 ? { ...range, low: 0 } : range;

/** @see https://prometheus.io/docs/prometheus/latest/querying/operators/#comparison-binary-operators */
export const alwaysHolds: Lint = {
  name: "always-holds",
  why: "Counters, rates, counts and their sums are never below 0, and the share of a part is never above 1. Such a comparison leaves nothing out: an alert fires as long as there are samples, and what follows `or` is never read for them.",
  bad: "rate(shop_requests_total[5m]) >= 0 or shop_queue_length > 100",
  good: "rate(shop_done_total[5m]) > 0 or shop_queue_length > 100",
  remedy: "correct the bound, or leave the comparison out",
  nodes: ["BinaryExpr"],
  find: (query, node, { catalogue }) => {
    const compared = comparedWith(query, node);
    if (compared === undefined) return [];
    const { of, comparison, limit } = compared;
    const range = rangeOf(query, of, catalogue);
    return holdsForAll(orNothing(range), comparison, limit)
      ? [
          {
            from: node.from,
            to: node.to,
            message: `${writtenOf(query, of)} is ${rangeText(range)}, so the comparison always holds`,
            next: "correct the bound, or leave the comparison out",
          },
        ]
      : [];
  },
};
