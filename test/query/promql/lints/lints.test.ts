import { counter, gauge, histogram } from "../../../../model/metric";
import { open } from "../../../../model/label-values";
import { wholeService } from "../../../../model/whole-service";
import { buildCatalogue } from "../../../../prometheus/catalogue";
import { checkExpression } from "../../../../query/promql/check-expression";
import type { Finding } from "../../../../query/promql/finding";
import { allLints } from "../../../../query/promql/lints/all-lints";
import { goodService } from "../../../support/services";

const queue = open({ upTo: 4, examples: ["mail", "print"] });
const owner = open({ upTo: 3, examples: ["ann"] });
const shop = wholeService({
  ...goodService,
  metrics: {
    ...goodService.metrics,
    shop_queue_length: gauge({ help: "Jobs", labels: { queue } }),
    shop_queue_info: gauge({
      help: "1 for what a queue is",
      labels: { queue, owner, region: open({ upTo: 2, examples: ["eu"] }) },
    }),
    shop_done_total: counter({ help: "Jobs done" }),
    shop_refused_total: counter({
      help: "Payments refused",
      labels: { reason: open({ upTo: 20, examples: ["card", "limit"] }) },
    }),
    shop_request_duration_seconds: histogram({
      help: "Time",
      buckets: [0.1, 1, 5],
    }),
  },
});
const catalogue = buildCatalogue([shop], []).of("shop");
const found = (expr: string, interrupts = false): readonly Finding[] =>
  checkExpression(expr, {
    catalogue,
    system: "shop",
    namespace: "shop",
    readsAllSystems: false,
    notifies: true,
    interrupts,
  });
const lintsIn = (expr: string, interrupts?: boolean) =>
  found(expr, interrupts).map(({ lint }) => lint);
/** What only alerts at P0 and P1 are asked. */
const INTERRUPTS = ["one-bad-event"];

describe.each(allLints.map((lint) => [lint.name, lint] as const))(
  "%s",
  (name, { bad, good, why, remedy }) => {
    it("finds its bad example, and nothing else in it", () => {
      expect(lintsIn(bad, INTERRUPTS.includes(name))).toEqual([name]);
    });

    it("takes its good example", () => {
      expect(found(good, INTERRUPTS.includes(name))).toEqual([]);
    });

    it("says why, and what to do", () => {
      expect(why).toMatch(/\.$/);
      expect(remedy).toMatch(/^[a-z].*[^.]$/);
    });
  },
);

it("has no two of a name", () => {
  const names = allLints.map(({ name }) => name);
  expect(names).toEqual([...new Set(names)].sort());
});

it.each([
  // All of them are enough, not the bad ones.
  [
    'sum(rate(shop_requests_total{status="500"}[5m])) / sum(rate(shop_requests_total[5m])) > 0.01 and sum(rate(shop_requests_total[5m])) > 0.1',
    ["one-bad-event"],
  ],
  [
    "histogram_quantile(0.95, sum by (le) (rate(shop_request_duration_seconds_bucket[5m]))) > 1 and sum(increase(shop_request_duration_seconds_count[5m])) > 100",
    ["one-bad-event"],
  ],
  [
    '(histogram_quantile(0.95, sum by (le) (rate(shop_request_duration_seconds_bucket[5m]))) > 1) and on () (sum(increase(shop_request_duration_seconds_bucket{le="+Inf"}[5m])) - sum(increase(shop_request_duration_seconds_bucket{le="1"}[5m])) >= 4.5 and sum(shop_queue_length) > 3)',
    [],
  ],
  // A share of a gauge is of nothing that may be few.
  ["sum(shop_queue_length) / count(shop_queue_length) > 3", []],
])("finds in %s of an alert at P0 %j", (expr, lints) => {
  expect(lintsIn(expr, true)).toEqual(lints);
});

it.each([
  ["rate(sum by (job) (shop_requests_total)[10m:1m])", ["rate-of-aggregate"]],
  [
    "increase((sum(shop_requests_total) + sum(shop_done_total))[10m:1m])",
    ["rate-of-aggregate"],
  ],
  ['changes(ALERTS_FOR_STATE{system="shop"}[7d])', ["pending-alerts"]],
  ['ALERTS{system="shop", alertstate!="firing"}', []],
  // The rate of each series is what is aggregated.
  ["max_over_time(sum(rate(shop_requests_total[5m]))[10m:1m])", []],
  ["rate(shop_requests_total[5m]) != 3", ["exact-increase"]],
  ["2 == sum(increase(shop_requests_total[5m]))", ["exact-increase"]],
  ["increase(shop_requests_total[5m]) == 0", []],
  ["sum(rate(shop_refused_total[5m])) > 0", ["unseen-first-event"]],
  [
    "shop_queue_length or (increase(shop_refused_total[5m])) > 0",
    ["unseen-first-event"],
  ],
  // The first of several is one of several, and what has no open label exists at 0.
  ["sum(increase(shop_refused_total[5m])) > 5", []],
  ["sum(increase(shop_done_total[5m])) > 0", []],
  [
    "sum(rate(shop_refused_total[5m])) / (sum(rate(shop_refused_total[5m])) > 0) > 0.1",
    [],
  ],
  ["shop_queue_length == 3", []],
  ["5 < shop_requests_total", ["raw-counter"]],
  ["shop_requests_total == 0", []],
  ["shop_queue_length > 5", []],
  [
    "histogram_sum(shop_request_duration_seconds_bucket)",
    ["native-histogram-only"],
  ],
  ["quantile(1, shop_queue_length)", []],
  ["quantile_over_time(99, shop_queue_length[1h])", ["quantile-range"]],
  ["quantile by (queue) (-1, shop_queue_length)", ["quantile-range"]],
  ["shop_queue_length >= 5 and shop_queue_length <= 5", []],
  ["shop_queue_length > 5 and shop_queue_length <= 5", ["never-holds"]],
  ["(shop_queue_length == 1) and (shop_queue_length == 2)", ["never-holds"]],
  // The other side is another moment.
  ["shop_queue_length > 5 and shop_queue_length offset 1h < 5", []],
  ["shop_requests_total > -1", ["always-holds", "raw-counter"]],
  ["sum(rate(shop_requests_total[5m])) >= 0", ["always-holds"]],
  ["0 <= increase(shop_requests_total[5m])", ["always-holds"]],
  ["count(shop_queue_length > 5) >= 0", ["always-holds"]],
  ["-rate(shop_requests_total[5m]) <= 0", ["always-holds"]],
  ["abs(shop_queue_length) >= 0", []],
  ["abs(rate(shop_requests_total[5m]) - 1) >= 0", ["always-holds"]],
  ['up{system="shop"} <= 1', ["always-holds"]],
  ["absent(shop_queue_length) >= 0", ["always-holds"]],
  // They ask whether there is any.
  ["count(shop_queue_length) > 0", []],
  ["absent(shop_queue_length) == 1", []],
  ["rate(shop_requests_total[5m]) >= bool 0", []],
  // A gauge may be anything, and so may a difference.
  ["shop_queue_length >= 0", []],
  ["sum(max_over_time(shop_queue_length[5m])) >= 0", []],
  ["rate(shop_requests_total[5m]) - rate(shop_done_total[5m]) >= 0", []],
  ["delta(shop_requests_total[5m]) >= 0", []],
  // 0 / 0 is no number, and is left out.
  ["rate(shop_done_total[5m]) / rate(shop_requests_total[5m]) >= 0", []],
  [
    "rate(shop_done_total[5m]) / (rate(shop_requests_total[5m]) > 0) >= 0",
    ["always-holds"],
  ],
  [
    'sum(rate(shop_requests_total{status="500"}[5m])) / (sum(rate(shop_requests_total[5m])) > 0) <= 1',
    ["always-holds"],
  ],
  [
    '1 - (sum(rate(shop_requests_total{status="500"}[5m])) or vector(0)) / sum(rate(shop_requests_total[5m])) > 1',
    ["never-holds"],
  ],
  [
    'sum(rate(shop_request_duration_seconds_bucket{le="0.1"}[5m])) / sum(rate(shop_request_duration_seconds_count[5m])) > 5',
    ["never-holds"],
  ],
  [
    "sum(rate(shop_request_duration_seconds_bucket[5m])) / sum(rate(shop_request_duration_seconds_count[5m])) > 1",
    [],
  ],
  // No part: another window, other series, more of them.
  [
    'sum(rate(shop_requests_total{status="500"}[5m])) / sum(rate(shop_requests_total[1h])) > 1',
    [],
  ],
  [
    "sum(rate(shop_done_total[5m])) / sum(rate(shop_requests_total[5m])) > 1",
    [],
  ],
  [
    'sum(rate(shop_requests_total[5m])) / sum(rate(shop_requests_total{status="500"}[5m])) > 1',
    [],
  ],
  [
    'avg(rate(shop_requests_total{status="500"}[5m])) / avg(rate(shop_requests_total[5m])) > 1',
    [],
  ],
  ['count(up{system="shop"} == 0) == 0', ["never-holds"]],
  ["count(shop_queue_length) < 1", ["never-holds"]],
  ["rate(shop_requests_total[5m]) < 0", ["never-holds"]],
  ["rate(shop_done_total[5m]) > 0 < 0", ["never-holds"]],
  ["hour() > 24", ["never-holds"]],
  [
    "histogram_quantile(0.95, sum by (le) (rate(shop_request_duration_seconds_bucket[5m]))) > 5",
    ["never-holds"],
  ],
  [
    "histogram_quantile(0.95, sum by (le) (rate(shop_request_duration_seconds_bucket[5m]))) > 4",
    [],
  ],
  ["absent(count(shop_queue_length))", ["absent-of-aggregate"]],
  [
    "absent_over_time((sum(shop_queue_length))[5m:1m])",
    ["absent-of-aggregate"],
  ],
  ["absent(shop_queue_length > 5)", []],
  ["absent(sum(shop_queue_length) > 5)", []],
  [
    'shop_queue_length * on (queue) group_left (owner) shop_queue_info{region="eu"}',
    ["many-on-the-one-side"],
  ],
  [
    "shop_queue_info * on (queue) group_right () shop_queue_info",
    ["many-on-the-one-side"],
  ],
  ["shop_queue_length / on () group_left () sum(shop_queue_length)", []],
])("finds in %s: %j", (expr, lints) => {
  expect(lintsIn(expr)).toEqual(lints);
});
