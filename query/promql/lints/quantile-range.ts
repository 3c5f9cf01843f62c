import { functionName } from "../labels";
import { aggregationName, argumentsOf, textOf, writtenOf } from "../tree";
import type { Lint } from "./lint";

const QUANTILES = ["histogram_quantile", "quantile", "quantile_over_time"];

const within = (value: number): boolean => value >= 0 && value <= 1;

/** @see https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_quantile */
export const quantileRange: Lint = {
  name: "quantile-range",
  why: "A quantile is between 0 and 1. For a larger one Prometheus answers +Inf, which is above any threshold.",
  bad: "histogram_quantile(95, sum by (le) (rate(shop_request_duration_seconds_bucket[5m]))) > 1",
  good: "histogram_quantile(0.95, sum by (le) (rate(shop_request_duration_seconds_bucket[5m]))) > 1",
  remedy: "write 0.95 for 95 %",
  nodes: ["FunctionCall", "AggregateExpr"],
  find: (query, node) => {
    const name =
      node.name === "FunctionCall"
        ? functionName(query, node)
        : aggregationName(query, node);
    if (!QUANTILES.includes(name)) return [];
    const [quantile] = argumentsOf(node);
    const value =
      quantile === undefined ? NaN : Number(textOf(query, quantile));
    // Anything but a number is worked out at each evaluation.
    return quantile === undefined || Number.isNaN(value) || within(value)
      ? []
      : [
          {
            from: quantile.from,
            to: quantile.to,
            message: `a quantile is between 0 and 1, got ${writtenOf(query, quantile)}`,
            next:
              value > 1 && value <= 100
                ? `write ${String(value / 100)} for ${String(value)} %`
                : "write 0.95 for 95 %",
          },
        ];
  },
};
