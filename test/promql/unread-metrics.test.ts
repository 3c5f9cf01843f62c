import { counter, histogram } from "../../model/metric";
import { formatProblem } from "../../model/problem";
import type { ServiceDeclaration } from "../../model/service";
import { unreadMetrics } from "../../promql/unread-metrics";
import { goodService } from "../support/services";

const declared = { requirement: "X", help: "A metric" };

const withMetrics = (
  metrics: ServiceDeclaration["metrics"],
): ServiceDeclaration => ({
  ...goodService,
  metrics: { ...goodService.metrics, ...metrics },
});

const unread = (service: ServiceDeclaration): readonly string[] =>
  unreadMetrics([service]).map(formatProblem);

it("finds nothing where every metric is read", () => {
  expect(unread(goodService)).toEqual([]);
});

it("names a metric that nothing reads, once", () => {
  expect(
    unread(
      withMetrics({
        shop_wait_seconds: histogram({ ...declared, buckets: [1] }),
      }),
    ),
  ).toEqual([
    'services/shop metric "shop_wait_seconds": declared but never read; show it on a panel, use it in a rule, or stop exposing it',
  ]);
});

it("counts what another service reads, in an alert, of any of its series", () => {
  const service = withMetrics({
    shop_wait_seconds: histogram({ ...declared, buckets: [1] }),
  });
  const [alert] = goodService.alerts;
  if (alert === undefined) throw new Error("no alert");
  expect(
    unreadMetrics([
      service,
      {
        ...goodService,
        key: "other",
        metrics: {},
        alerts: [{ ...alert, expr: "rate(shop_wait_seconds_count[5m]) > 5" }],
      },
    ]),
  ).toEqual([]);
});

it("counts a choice on a dashboard", () => {
  const service = withMetrics({ shop_orders_total: counter(declared) });
  expect(
    unread({
      ...service,
      dashboards: service.dashboards.map((dashboard) => ({
        ...dashboard,
        variables: [
          {
            name: "pod",
            label: "Pod",
            metric: "shop_orders_total",
            values: "pod",
          },
        ],
      })),
    }),
  ).toEqual([]);
});
