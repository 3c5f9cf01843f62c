import { functionName } from "../labels";
import { namesIn } from "../names-in";
import { argumentsOf } from "../tree";
import type { Lint } from "./lint";

const NATIVE = [
  "histogram_avg",
  "histogram_count",
  "histogram_sum",
  "histogram_stddev",
  "histogram_stdvar",
];

/** @see https://prometheus.io/docs/prometheus/latest/querying/functions/#histogram_avg */
export const nativeOnly: Lint = {
  name: "native-histogram-only",
  why: "These functions read native histograms. Of the series of a classic one (`_bucket`, `_sum`, `_count`) they give nothing, so the result is always empty.",
  bad: "histogram_avg(rate(shop_request_duration_seconds_sum[5m])) > 1",
  good: "sum(rate(shop_request_duration_seconds_sum[5m])) / sum(rate(shop_request_duration_seconds_count[5m])) > 1",
  remedy: "divide the rate of _sum by the rate of _count",
  nodes: ["FunctionCall"],
  find: (query, node, { catalogue }) => {
    const name = functionName(query, node);
    const [argument] = argumentsOf(node);
    if (!NATIVE.includes(name) || argument === undefined) return [];
    const plain = namesIn(query, argument).find((each) => catalogue.has(each));
    return plain === undefined
      ? []
      : [
          {
            from: node.from,
            to: node.to,
            message: `${name} reads native histograms, "${plain}" holds plain numbers: the result is always empty`,
            next: "divide the rate of _sum by the rate of _count",
          },
        ];
  },
};
