import { seconds } from "../../../model/duration";
import { counter, gauge } from "../../../model/metric";
import type { Service } from "../../../model/service";
import { wholeService } from "../../../model/whole-service";
import { allChartMetrics } from "../../../helm/all-chart-metrics";
import { buildCatalogue } from "../../../prometheus/catalogue";
import { checkExpression } from "../../../query/promql/check-expression";
import { contextOf } from "../../../query/promql/expression-context";
import { goodService } from "../../support/services";

const shop = wholeService({
  ...goodService,
  metrics: {
    shop_a: gauge({ help: "A" }),
    shop_b: gauge({ help: "B" }),
    shop_done_total: counter({ help: "Done" }),
  },
});
const every = (interval: number): Service => ({
  ...shop,
  targets: shop.targets.map((target) => ({
    ...target,
    interval: seconds(interval),
  })),
});
const found = (expr: string, service = shop): readonly string[] =>
  checkExpression(
    expr,
    contextOf(service, buildCatalogue([service], allChartMetrics)),
  ).map(({ message, next }) => `${message}; ${next}`);

it.each([
  [
    "sum(shop_a, shop_b)",
    "sum takes one argument, got 2; aggregate one expression: sum(a + b), or sum(a or b)",
  ],
  [
    'label_replace(shop_a, "x", "$1", "pod", "(")',
    '"(" is not a valid regular expression: missing closing ): `(`; correct it; Prometheus reads RE2',
  ],
])("knows that the engine refuses %s", (expr, message) => {
  expect(found(expr)).toEqual([message]);
});

it.each(["topk(3, shop_a)", "sum(shop_a + shop_b)"])(
  "knows that the engine takes %s",
  (expr) => {
    expect(found(expr)).toEqual([]);
  },
);

it("quotes what was written, not what stands in for it", () => {
  expect(found("shop_a $op 1")).toEqual([
    '"$op" is not expected here; correct the syntax',
  ]);
});

it.each([
  ["tempo_compaction_lag", "tempo"],
  ["tempodb_compaction_errors_total", "tempo"],
  ["loki_nothing_of_the_kind_total", "loki"],
])("says of %s that it belongs to a chart's metrics", (name, chart) => {
  expect(found(name)).toEqual([
    `unknown metric "${name}"; add it to the metrics of the chart "${chart}", which its name belongs to`,
  ]);
});

it("asks of a window that it holds two scrapes, however often there are", () => {
  const rate = "rate(shop_done_total[30s])";
  expect(found(rate, every(10))).toEqual([]);
  expect(found(rate, every(15))).toEqual([]);
  expect(found(rate, every(20))).toEqual([
    "the window of rate must hold at least two scrapes, got 30s; use 40s or more",
  ]);
  expect(found(rate, every(30))).toEqual([
    "the window of rate must hold at least two scrapes, got 30s; use 1m or more",
  ]);
});

it("reads no deeper than the parser follows", () => {
  const nested = (depth: number): string =>
    `${"(".repeat(depth)}shop_a${")".repeat(depth)}`;
  expect(found(nested(100))).toEqual([]);
  expect(found(nested(101))).toEqual([
    "the expression is nested too deeply to be read: 100 brackets at most; record parts of it",
  ]);
});
