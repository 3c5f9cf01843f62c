import { checkMetrics } from "../../../model/checks/check-metrics";
import { open } from "../../../model/label-values";
import { seriesPerTarget, summary } from "../../../model/metric";
import type { MetricContract } from "../../../model/metric";
import { formatProblem } from "../../../model/problem";
import { observed, perSecond } from "../../../model/typical/typical";
import { wholeService } from "../../../model/whole-service";
import { buildCatalogue } from "../../../prometheus/catalogue";
import { seriesOf } from "../../../prometheus/typical/typical-series";
import { checkExpression } from "../../../query/promql/check-expression";
import { goodService } from "../../support/services";

const sortSeconds = summary({
  help: "Time that sorting takes",
  labels: { queue: open({ upTo: 4, examples: ["mail"] }) },
  quantiles: [0.5, 0.99, 1],
  typical: observed(perSecond(2), { p50: 0.1, p95: 0.4, p99: 0.9 }),
});
const withMetrics = (metrics: MetricContract) =>
  wholeService({ ...goodService, metrics });
const shop = withMetrics({
  shop_sort_seconds: sortSeconds,
  shop_pause_seconds: summary({ help: "Pauses", quantiles: [] }),
});
const catalogue = buildCatalogue([shop], []).of("shop");
const found = (expr: string): readonly string[] =>
  checkExpression(expr, {
    catalogue,
    system: "shop",
    namespace: "shop",
    readsAllSystems: false,
  }).map(({ message, next }) => `${message}; ${next}`);

it.each([
  'max by (queue) (shop_sort_seconds{quantile="0.99"}) > 1',
  'shop_sort_seconds{quantile="1.0"}',
  "sum(rate(shop_sort_seconds_sum[5m])) / sum(rate(shop_sort_seconds_count[5m]))",
  "rate(shop_pause_seconds_count[5m]) > 0",
])("reads %s of a summary", (expr) => {
  expect(found(expr)).toEqual([]);
});

it.each([
  [
    'rate(shop_sort_seconds{quantile="0.99"}[5m])',
    'rate needs a counter, "shop_sort_seconds" is a quantile of a summary; take the rate of shop_sort_seconds_sum or shop_sort_seconds_count; a quantile is read as it is',
  ],
  [
    'shop_sort_seconds{quantile="0.95"}',
    'no value of "quantile" is "0.95", so the matcher selects nothing; did you mean "0.5"? "quantile" takes "0.5", "0.99", "1.0"; correct the matcher, or what declares the values',
  ],
  [
    "deriv(shop_sort_seconds_count[5m])",
    'deriv needs a gauge, "shop_sort_seconds_count" is a counter; use rate or increase',
  ],
  [
    "histogram_quantile(0.9, shop_sort_seconds)",
    "histogram_quantile needs the label le, which is lost here; keep it: sum by (le, …)",
  ],
  [
    "shop_sort_seconds_bucket",
    '"shop_sort_seconds" is a summary, which has no buckets; read one of its quantiles, or shop_sort_seconds_sum and shop_sort_seconds_count',
  ],
  [
    'shop_sort_seconds_sum{quantile="0.5"}',
    '"shop_sort_seconds_sum" has no label "quantile"; it has app, container, instance, job, namespace, pod, queue, system',
  ],
])("refuses %s of a summary", (expr, problem) => {
  expect(found(expr)).toEqual([problem]);
});

it("has a series for each quantile, the sum and the count", () => {
  expect(seriesPerTarget(sortSeconds)).toBe(4 * 5);
  const moment = { at: 0, busy: 0 };
  const series = seriesOf("shop_sort_seconds", sortSeconds, {}, [
    { pod: "a" },
  ]).map(({ name, labels, valueAt }) => [name, labels, valueAt(moment)]);
  expect(series.slice(0, 3)).toEqual([
    ["shop_sort_seconds", { queue: "mail", pod: "a", quantile: "0.5" }, 0.1],
    [
      "shop_sort_seconds",
      { queue: "mail", pod: "a", quantile: "0.99" },
      expect.closeTo(0.9, 9) as number,
    ],
    [
      "shop_sort_seconds",
      { queue: "mail", pod: "a", quantile: "1.0" },
      expect.closeTo(0.9 ** 2 / 0.4, 9) as number,
    ],
  ]);
  expect(series.slice(3).map(([name]) => name)).toEqual([
    "shop_sort_seconds_count",
    "shop_sort_seconds_sum",
  ]);
});

it.each([
  [[0.9, 0.5], "[0.9, 0.5]"],
  [[0.5, 0.5], "[0.5, 0.5]"],
  [[50, 99], "[50, 99]"],
])("refuses the quantiles %j", (quantiles, got) => {
  expect(
    checkMetrics(
      withMetrics({ shop_sort_seconds: summary({ help: "Time", quantiles }) }),
    ).map(formatProblem),
  ).toEqual([
    `services/shop metric "shop_sort_seconds": quantiles must be from 0 to 1 and ascending, got ${got}; list them as the metric exposes them: 0.5 for the median`,
  ]);
});
