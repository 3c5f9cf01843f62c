import { mostValues } from "../../../model/label-values";
import { labelsOf } from "../labels";
import { matchingOf } from "../matching";
import { isVariableName } from "../parseable-text";
import { operandsOf } from "../tree";
import type { Lint } from "./lint";

/**
 * @see
 *   https://prometheus.io/docs/prometheus/latest/querying/operators/#many-to-one-and-one-to-many-vector-matches
 */
export const oneSide: Lint = {
  name: "many-on-the-one-side",
  why: "With `group_left` each sample of the right side must be the only one of its labels in `on`. As soon as another label takes a second value, the rule fails and nobody is notified of anything.",
  bad: "shop_queue_length * on (queue) group_left (owner) shop_queue_info",
  good: "shop_queue_length * on (queue) group_left (owner) max by (queue, owner) (shop_queue_info)",
  remedy: "aggregate that side by the labels of on and those taken over",
  nodes: ["BinaryExpr"],
  find: (query, node, { catalogue }) => {
    const matching = matchingOf(query, node);
    if (matching.kind !== "on" || matching.side === "none") return [];
    const [left, right] = operandsOf(node);
    const one = matching.side === "left" ? right : left;
    if (one === undefined) return [];
    const labels = labelsOf(query, one, catalogue);
    if (labels === "scalar" || labels.names === "any") return [];
    if (matching.labels.some(isVariableName)) return [];
    const more = [...labels.names].filter((label) => {
      if (matching.labels.includes(label)) return false;
      // What is taken over is meant to follow from the labels of `on`.
      if (matching.include.includes(label)) return false;
      const known = labels.values?.get(label);
      return known === undefined || mostValues(known) > 1;
    });
    return more.length === 0
      ? []
      : [
          {
            from: one.from,
            to: one.to,
            message: `group_${matching.side}: this side may have several samples of one ${matching.labels.join(", ") || "result"}, which differ in ${more.sort().join(", ")}; the rule fails as soon as there are two`,
            next: `aggregate it: max by (${[...matching.labels, ...matching.include].join(", ")}) (…)`,
          },
        ];
  },
};
