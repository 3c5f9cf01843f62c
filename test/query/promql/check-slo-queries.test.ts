import { allChartMetrics } from "../../../helm/all-chart-metrics";
import { formatProblem } from "../../../model/problem";
import type { RequestSlo } from "../../../model/slo";
import { buildCatalogue } from "../../../prometheus/catalogue";
import { checkQueries } from "../../../query/promql/check-queries";
import { provableService } from "../../support/provable";

const [orders, quick] = provableService.slos as [RequestSlo, RequestSlo];
const problems = (slo: RequestSlo): readonly string[] => {
  const service = { ...provableService, dashboards: [], slos: [slo] };
  return checkQueries(service, buildCatalogue([service], allChartMetrics)).map(
    formatProblem,
  );
};

it("finds nothing in a valid SLO", () => {
  expect(problems(orders)).toEqual([]);
  expect(problems(quick)).toEqual([]);
});

it.each<[string, RequestSlo, string]>([
  [
    "an undeclared metric",
    { ...orders, total: "sum by (country) (rate(shop_order_total[5m]))" },
    'services/shop slo "orders" total at 23-39: unknown metric "shop_order_total"; did you mean "shop_orders_total"? otherwise declare it in the service\'s metrics or record it',
  ],
  [
    "a latency that is not a bucket bound",
    { ...quick, bad: quick.bad.replace('le="1.0"', 'le="0.6"') },
    'services/shop slo "quick" bad at 107-115: "shop_order_duration_seconds_bucket" has no bucket le="0.6"; it has 0.5, 1.0, 5.0, +Inf',
  ],
  [
    "bad and total with different labels",
    {
      ...orders,
      groupBy: [],
      bad: 'sum by (country) (rate(shop_orders_total{status="failed"}[5m]))',
      total: "sum(rate(shop_orders_total[5m]))",
    },
    'services/shop slo "orders": bad and total have different labels, got {country} and no labels; aggregate both by the same labels',
  ],
  [
    "a group-by label that is summed away",
    {
      ...orders,
      bad: 'sum(rate(shop_orders_total{status="failed"}[5m]))',
      total: "sum by (country) (rate(shop_orders_total[5m]))",
    },
    'services/shop slo "orders" bad: the group-by label "country" is not a label of the result, got no labels; keep it: sum by (country) (…)',
  ],
  [
    "an example of an undeclared metric",
    { ...orders, examples: { ...orders.examples, bad: { shop_failed: 1 } } },
    'services/shop slo "orders" examples: unknown metric "shop_failed", got shop_failed; name a series of the service\'s metrics',
  ],
  [
    "an example with a value that its label does not take",
    {
      ...orders,
      examples: {
        ...orders.examples,
        bad: { 'shop_orders_total{status="fail", country="ch"}': 1 },
      },
    },
    'services/shop slo "orders" examples: no value of "status" is "fail", got shop_orders_total{status="fail", country="ch"}; did you mean "failed"? "status" takes "taken", "failed", "return_paid", "return_failed"',
  ],
  [
    "an example that is recorded",
    {
      ...orders,
      examples: {
        ...orders.examples,
        bad: { 'slo:bad_events:rate5m{slo="x"}': 1 },
      },
    },
    'services/shop slo "orders" examples: "slo:bad_events:rate5m" is recorded; a proof starts from raw series, got slo:bad_events:rate5m{slo="x"}; name a series of the service\'s metrics',
  ],
])("names %s", (_, slo, message) => {
  expect(problems(slo)[0]).toBe(message);
});
