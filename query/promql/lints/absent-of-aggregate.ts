import { functionName } from "../labels";
import { aggregationName, argumentsOf, operandsOf } from "../tree";
import type { Lint } from "./lint";

/** @see https://prometheus.io/docs/prometheus/latest/querying/functions/#absent */
export const absentOfAggregate: Lint = {
  name: "absent-of-aggregate",
  why: "The one sample of `absent` carries the labels that its selector matches by `=`. Of an aggregate it carries none, whatever the aggregate keeps: the alert does not say what is gone, and `by` does not make it notice that one of several is gone.",
  bad: 'absent(sum by (app) (up{system="shop"}))',
  good: 'absent(up{system="shop", app="shop-api"})',
  remedy: "ask for each series by itself: absent(x{…}) or absent(y{…})",
  nodes: ["FunctionCall"],
  find: (query, node) => {
    const name = functionName(query, node);
    if (name !== "absent" && name !== "absent_over_time") return [];
    let [argument] = argumentsOf(node);
    while (
      argument?.name === "ParenExpr" ||
      argument?.name === "SubqueryExpr"
    ) {
      [argument] = operandsOf(argument);
    }
    return argument?.name === "AggregateExpr"
      ? [
          {
            from: node.from,
            to: node.to,
            message: `${name} of ${aggregationName(query, argument)} has no labels, and is empty as long as one of the series is there`,
            next: "ask for each series by itself: absent(x{…}) or absent(y{…})",
          },
        ]
      : [];
  },
};
