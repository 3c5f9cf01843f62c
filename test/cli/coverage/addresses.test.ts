import { addressesOf } from "../../../cli/coverage/addresses";
import { goodLogAlert } from "../../support/log-alerts";
import { answers } from "../../support/slos";
import { goodAlert, goodService } from "../../support/services";

const of = (change: Partial<typeof goodService>): readonly string[] => [
  ...addressesOf([{ ...goodService, ...change }]).keys(),
];

it("gives everything that is declared an address", () => {
  const query = { id: "errors", title: "E", description: "E", expr: "{}" };
  expect(
    of({
      logAlerts: [goodLogAlert],
      slos: [answers],
      exporters: [
        {
          kind: "redis",
          name: "shop-redis-exporter",
          address: "redis://shop:6379",
          password: { kind: "none" },
        },
      ],
      collectionJobs: [
        {
          name: "count-stock",
          schedule: "0 * * * *",
          deadline: goodAlert.for,
          command: ["count"],
        },
      ],
      traces: { kind: "sent", workloads: [{ workload: "shop-api" }] },
      logQueries: [query],
      traceQueries: [{ ...query, id: "slow" }],
      reports: [
        {
          system: "shop",
          title: "Orders",
          reports: ["weekly"],
          queries: [{ title: "Taken", expr: "1", unit: "short" }],
        },
      ],
      recurringTasks: [{ cadence: "daily", task: "Count", how: "By hand." }],
    }),
  ).toEqual([
    "shop metric shop_requests_total",
    "shop rule shop:errors:ratio_rate5m",
    "shop alert ShopErrors",
    `shop log-alert ${goodLogAlert.name}`,
    "shop slo answers",
    "shop target shop",
    "shop probe shop-health",
    "shop exporter shop-redis-exporter",
    "shop collection-job count-stock",
    "shop traced-workload shop-api",
    "shop dashboard shop",
    "shop panel shop/errors",
    "shop log-query errors",
    "shop trace-query slow",
    "shop report Orders",
    "shop report-query Orders/Taken",
    "shop task Count",
  ]);
});

it("distinguishes alerts of one name by their priority", () => {
  expect(
    of({ alerts: [goodAlert, { ...goodAlert, priority: "P2" }] }).filter(
      (address) => address.includes(" alert "),
    ),
  ).toEqual([
    'shop alert ShopErrors{priority="P1"}',
    'shop alert ShopErrors{priority="P2"}',
  ]);
});
