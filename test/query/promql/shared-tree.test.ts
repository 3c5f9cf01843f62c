import { parser } from "@prometheus-io/lezer-promql";
import { functionIdentifierTerms } from "@prometheus-io/codemirror-promql/dist/cjs/complete/promql.terms";
import { blanked, treeOf } from "../../../query/promql/shared-tree";
import { syntaxTree } from "../../../query/promql/syntax";
import { nodesOf } from "./nodes";

it.each([
  "sum by (a_b) (rate(shop_orders_total[5m]))",
  "sum by (a:b) (up)",
  "shop:orders:rate5m offset 1h_",
  'up{job="a_b", job="", job=\'it\\\'s\', job=`a_b`} + "text"',
  "a_b * on (c_d) group_left (e_f) g_h",
  "a_b * ON (c_d) Group_Right (e_f) g_h",
  'count_values by (a_b) ("c_d", e_f)',
  "limit_ratio by (a_b) (0.5, c_d)",
  "sum_over_time by (a_b)",
  "a_b unless on (sum_over_time) c_d",
  "shop_orders_total[5m:1m] @ 1_000",
  "a_b + fill_left",
  'a_b{c="d_e',
  "unknown_function (a_b)",
  "a_b{c_d}",
  "0x_f + a_b",
  "1e5_a + a_b",
  "",
])("gives %j the tree that it has by itself", (text) => {
  expect(nodesOf(treeOf(text))).toEqual(nodesOf(syntaxTree(text)));
});

it("keeps the words of the language", () => {
  const functions = functionIdentifierTerms.map(({ label }) => label);
  expect(functions).toContain("histogram_quantile");
  for (const name of functions) {
    const text = `${name} + ${name}(up)`;
    expect(blanked(text)).toBe(text);
  }
});

it("parses queries that differ in names and strings of the same length once", () => {
  const parse = jest.spyOn(parser, "parse");
  treeOf('shop_orders_total{queue="a"} > 1');
  treeOf('desk_visits_total{queue="b"} > 1');
  expect(parse).toHaveBeenCalledTimes(1);
  treeOf('desk_visits_total{queue="b"} > 2');
  treeOf('desk_visit_total{queue="b"} > 1');
  expect(parse).toHaveBeenCalledTimes(3);
});
