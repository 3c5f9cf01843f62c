import { open } from "../../../model/label-values";
import { counter, gauge, histogram } from "../../../model/metric";
import { buildCatalogue } from "../../../prometheus/catalogue";
import { labelsOf } from "../../../query/promql/labels";
import { readQuery } from "../../../query/promql/read-query";
import { goodService } from "../../support/services";

const catalogue = buildCatalogue(
  [
    {
      ...goodService,
      metrics: {
        shop_a: gauge({
          help: "A",
          labels: {
            x: open({ upTo: 1, examples: ["a"] }),
            y: open({ upTo: 1, examples: ["a"] }),
          },
        }),
        shop_b_total: counter({ help: "B" }),
        shop_c_seconds: histogram({
          help: "C",
          labels: { x: open({ upTo: 1, examples: ["a"] }) },
          buckets: [1],
        }),
      },
      recording: [],
    },
  ],
  [],
);

function labels(expr: string): string {
  const query = readQuery(expr);
  const result = labelsOf(query, query.top, catalogue);
  if (result === "scalar") return "scalar";
  if (result.names === "any") return "any";
  return [...result.names].sort().join(" ");
}

const TARGET = "app container instance job namespace pod system";

it.each([
  ["a number", "1", "scalar"],
  ["time", "time() - 5", "scalar"],
  ["the number of a series", "scalar(shop_a)", "scalar"],
  ["a vector of a number", "vector(1)", ""],
  ["a series", "shop_b_total", TARGET],
  ["a series with labels of its own", "shop_a", `${TARGET} x y`],
  ["buckets", "shop_c_seconds_bucket", `${TARGET} x`.replace("job", "job le")],
  ["a label that must be missing", 'shop_a{x=""}', `${TARGET} y`],
  ["an unknown series", "nobody_knows", "any"],
  ["a rate", "rate(shop_b_total[5m] offset 1h)", TARGET],
  ["a subquery", "max_over_time(sum by (x) (shop_a)[1h:])", "x"],
  ["a sum", "sum(shop_a)", ""],
  ["a sum by labels", "sum by (x) (shop_a)", "x"],
  ["a sum by labels, behind", "sum(shop_a) by (x, y)", "x y"],
  ["a sum by a label that is not there", "sum by (z) (shop_a)", ""],
  ["a sum by a label of an unknown series", "sum by (z) (nobody_knows)", "z"],
  ["a sum by a variable", "sum by ($by) (shop_a)", "any"],
  [
    "a sum without labels",
    `sum without (${TARGET.replaceAll(" ", ", ")}) (shop_a)`,
    "x y",
  ],
  ["the largest", "topk(5, sum by (x) (shop_a))", "x"],
  ["counted values", 'count_values("v", shop_a)', "v"],
  [
    "a quantile",
    "histogram_quantile(0.9, sum by (le, x) (rate(shop_c_seconds_bucket[5m])))",
    "x",
  ],
  [
    "a fraction",
    "histogram_fraction(0, 1, sum by (le) (rate(shop_c_seconds_bucket[5m])))",
    "",
  ],
  [
    "a label made of another",
    'label_replace(sum by (x) (shop_a), "z", "$1", "x", "(.*)")',
    "x z",
  ],
  [
    "a label joined of others",
    'label_join(sum by (x, y) (shop_a), "z", "-", "x", "y")',
    "x y z",
  ],
  ["absence", 'absent(shop_a{x="1", y=~"2"})', "x"],
  ["absence of a range", 'absent_over_time(shop_a{x="1"}[5m])', "x"],
  ["absence of a label asked for twice", 'absent(shop_a{x="1", x!="2"})', ""],
  ["absence of a comparison", 'absent(shop_a{x="1"} == 1)', ""],
  ["a comparison with a number", "sum by (x) (shop_a) > 5", "x"],
  ["a number less a series", "1 - sum by (x) (shop_a)", "x"],
  ["a share", "sum by (x) (shop_a) / sum by (x) (shop_a)", "x"],
  [
    "a match on labels",
    "sum by (x, y) (shop_a) / on (x) sum by (x) (shop_a)",
    "x",
  ],
  [
    "a match ignoring labels",
    "sum by (x, y) (shop_a) / ignoring (y) sum by (x) (shop_a)",
    "x",
  ],
  [
    "many on the left",
    'sum by (x) (shop_a) * on (x) group_left (z) label_replace(sum by (x) (shop_a), "z", "", "", "")',
    "x z",
  ],
  [
    "many on the right",
    "sum by (x) (shop_a) * on (x) group_right () sum by (x, y) (shop_a)",
    "x y",
  ],
  ["both", "sum by (x) (shop_a) and on () sum by (y) (shop_a)", "x"],
  ["the one without the other", "sum by (x) (shop_a) unless vector(1)", "x"],
  ["either", "sum by (x) (shop_a) or sum by (y) (shop_a)", "x y"],
  ["the calendar", "hour()", ""],
  ["the calendar of a series", "hour(sum by (x) (shop_a))", "x"],
  ["what nobody can know", "info(shop_a)", "any"],
])("knows the labels of %s", (_, expr, expected) => {
  expect(labels(expr)).toBe(expected);
});
