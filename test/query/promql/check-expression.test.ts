import { open, pattern } from "../../../model/label-values";
import { minutes } from "../../../model/duration";
import { counter, gauge, histogram } from "../../../model/metric";
import type { Service } from "../../../model/service";
import { buildCatalogue } from "../../../prometheus/catalogue";
import { checkExpression } from "../../../query/promql/check-expression";
import { goodService } from "../../support/services";

const service: Service = {
  ...goodService,
  metrics: {
    shop_requests_total: counter({
      help: "Requests",
      labels: {
        status: pattern("[1-5][0-9]{2}", {
          upTo: 5,
          examples: ["200", "404", "500"],
        }),
        route: open({ upTo: 9, examples: ["a"] }),
      },
    }),
    shop_wait_seconds: histogram({
      help: "Wait",
      labels: { queue: open({ upTo: 2, examples: ["a"] }) },
      buckets: [0.5, 1, 60],
    }),
    shop_jobs: gauge({
      help: "Jobs",
      labels: { queue: open({ upTo: 2, examples: ["a"] }) },
    }),
  },
  recording: [
    {
      name: "shop",
      interval: minutes(1),
      // Declared before the series it reads: the catalogue finds the order.
      rules: [
        {
          record: "shop:error:ratio_rate5m",
          expr: "shop:errors:rate5m / sum(rate(shop_requests_total[5m]))",
        },
        {
          record: "shop:errors:rate5m",
          expr: 'sum(rate(shop_requests_total{status="500"}[5m]))',
        },
        {
          record: "shop:wait_bucket:rate5m",
          expr: "sum by (le) (rate(shop_wait_seconds_bucket[5m]))",
        },
      ],
    },
  ],
};

const catalogue = buildCatalogue(
  [service],
  [
    {
      chart: "kube-state-metrics",
      targetLabels: ["job", "instance"],
      metrics: [
        {
          name: "kube_pod_info",
          type: "gauge",
          labels: ["namespace", "pod"],
        },
      ],
    },
  ],
);

const check = (expr: string, readsAllSystems = false): readonly string[] =>
  checkExpression(expr, {
    catalogue,
    system: "shop",
    namespace: "shop",
    readsAllSystems,
  }).map(
    ({ from, to, message, next }) =>
      `${String(from)}-${String(to)} ${message}; ${next}`,
  );

it.each([
  "sum(rate(shop_requests_total[$__rate_interval]))",
  "shop:error:ratio_rate5m > {errorRatio} and shop:errors:rate5m > {minimum}",
  'sum(increase(shop_requests_total{route=~"$route"}[$__range]))',
  "histogram_quantile(0.95, sum by (le) (shop:wait_bucket:rate5m))",
  'sum(rate(shop_wait_seconds_bucket{le="60.0"}[5m])) / sum(rate(shop_wait_seconds_bucket{le="+Inf"}[5m]))',
  'absent(up{system="shop", app="shop-api"} == 1) or absent(shop_requests_total)',
  'kube_pod_info{namespace="shop"}',
  "max_over_time(sum(rate(shop_requests_total[5m]))[1h:1m])",
  "predict_linear(shop_jobs[1h], 3600) > 100",
  'sum by (queue) (shop_jobs) * on (queue) group_left (route) max by (queue, route) (label_replace(shop_jobs, "route", "a", "", ""))',
  'label_replace(shop_jobs, "where", "$1", "queue", "(.*)") > 5',
  "topk(5, sum by (route) (rate(shop_requests_total[5m])))",
  "time() - max(shop_jobs) > 60",
  "shop_jobs offset 1h",
  "topk($n, sum by ($by) (rate(shop_requests_total[$window])))",
  'rate(shop_wait_seconds_bucket{le="$le", queue=~"${queue:regex}"}[${__range_s}s])',
  'rate(shop_wait_seconds_bucket{le=~"0.5|1.0"}[5m])',
  'sum by (queue) (shop_jobs{pod=""}) unless on (queue) sum by (queue) (shop_jobs)',
  "sum by (queue, pod) (shop_jobs) / ignoring (pod) group_left () sum by (queue) (shop_jobs)",
  'ALERTS{alertstate="firing", system="shop", anything="here"}',
  'count_values("jobs", shop_jobs) + on (jobs) count_values("jobs", shop_jobs)',
])("finds nothing wrong with %s", (expr) => {
  expect(check(expr)).toEqual([]);
});

describe("names", () => {
  it.each([
    [
      "an unclosed call",
      "rate(shop_requests_total[5m]",
      "28-28 the expression is incomplete here; correct the syntax",
    ],
    [
      "a rate of an instant vector",
      "rate(shop_requests_total)",
      '5-24 expected type matrix in call to function "rate", got vector; give it a window, such as [5m]',
    ],
    [
      "an undeclared metric, and the one that was meant",
      "sum(rate(shop_request_total[5m]))",
      '9-27 unknown metric "shop_request_total"; did you mean "shop_requests_total"? otherwise declare it in the service\'s metrics or record it',
    ],
    [
      "an undeclared metric without a similar name",
      "warehouse_temperature_celsius",
      '0-29 unknown metric "warehouse_temperature_celsius"; declare it in the service\'s metrics or record it',
    ],
    [
      "a histogram without its suffix",
      "shop_wait_seconds",
      '0-17 "shop_wait_seconds" is a histogram, which has no series with that name; read shop_wait_seconds_bucket, shop_wait_seconds_sum or shop_wait_seconds_count',
    ],
    [
      "a label in a matcher that the metric does not have",
      'rate(shop_requests_total{code="500"}[5m])',
      '25-35 "shop_requests_total" has no label "code"; it has app, container, instance, job, namespace, pod, route, status, system',
    ],
    [
      "an unknown label in by",
      "sum by (code) (rate(shop_requests_total[5m]))",
      '7-13 by (code): there is no label "code" to group by; there are app, container, instance, job, namespace, pod, route, status, system',
    ],
    [
      "a label that a recording rule has dropped",
      "sum by (route) (shop:errors:rate5m)",
      '7-14 by (route): there is no label "route" to group by; there are system',
    ],
    [
      "an external label",
      'shop_jobs{environment="production"}',
      '10-34 label "environment" is added when data leaves Prometheus, so rules never see it; remove the matcher',
    ],
    [
      "a rate of a gauge",
      "rate(shop_jobs[5m])",
      '0-19 rate needs a counter, "shop_jobs" is a gauge; use delta or deriv on a gauge, nothing on a recorded rate',
    ],
    [
      "a rate of a recorded rate",
      "rate(shop:errors:rate5m[5m])",
      '0-28 rate needs a counter, "shop:errors:rate5m" is a recorded series; use delta or deriv on a gauge, nothing on a recorded rate',
    ],
    [
      "a slope of a counter",
      "deriv(shop_requests_total[5m])",
      '0-30 deriv needs a gauge, "shop_requests_total" is a counter; use rate or increase',
    ],
    [
      "a window that holds one scrape",
      "rate(shop_requests_total[30s])",
      "25-28 the window of rate must hold at least two scrapes, got 30s; use 1m or more",
    ],
    [
      "a bucket that the histogram does not have",
      'rate(shop_wait_seconds_bucket{le="2.0"}[5m])',
      '30-38 "shop_wait_seconds_bucket" has no bucket le="2.0"; it has 0.5, 1.0, 60.0, +Inf',
    ],
    [
      "a bound that is not formatted as in Prometheus 3",
      'rate(shop_wait_seconds_bucket{le="60"}[5m])',
      '30-37 "shop_wait_seconds_bucket" has no bucket le="60"; Prometheus writes bounds as floats: le="60.0"',
    ],
    [
      "a bound of a recorded histogram",
      'shop:wait_bucket:rate5m{le="60"}',
      '24-31 "shop:wait_bucket:rate5m" has no bucket le="60"; Prometheus writes bounds as floats: le="60.0"',
    ],
    [
      "a quantile whose buckets are lost",
      "histogram_quantile(0.95, sum(rate(shop_wait_seconds_bucket[5m])))",
      "25-64 histogram_quantile needs the label le, which is lost here; keep it: sum by (le, …)",
    ],
    [
      "an invalid regular expression",
      'rate(shop_requests_total{status=~"("}[5m])',
      '25-36 "(" is not a regular expression: missing closing ): `(`; correct it; Prometheus reads RE2',
    ],
    [
      "a name that several systems have",
      "up == 0",
      '0-2 several systems have "up", and the query does not select one; add system="shop" or namespace="shop"',
    ],
    [
      "another system's series of a shared name",
      'up{system="store"} == 0',
      '0-18 several systems have "up", and the query does not select one; add system="shop" or namespace="shop"',
    ],
    [
      "a label that only the owner's rule sets",
      'kube_pod_info{system="shop"}',
      '14-27 "kube_pod_info" has no label "system"; it has instance, job, namespace, pod | 0-28 several systems have "kube_pod_info", and the query does not select one; add namespace="shop"',
    ],
    [
      "a selector without a name",
      '{__name__=~"shop_.*", queue="a"}',
      "0-32 the selector names no metric; name the metric; write one selector for each",
    ],
    [
      "a selector with several conditions on the name",
      '{__name__=~"shop_.*", __name__!="shop_jobs"}',
      "0-44 the selector names no metric; name the metric; write one selector for each",
    ],
    [
      "a selector with two names",
      '{"shop_jobs", __name__="shop_requests_total"}',
      '0-45 no series has the names "shop_jobs" and "shop_requests_total"; name one metric; write one selector for each',
    ],
    [
      "a subquery of the last operand only",
      "shop_jobs - shop_jobs[1h:5m]",
      "12-28 binary expression must contain only scalar and instant vector types; correct the expression",
    ],
    [
      "a name in quotes",
      '{"shop.jobs"}',
      '0-13 unknown metric "shop.jobs"; did you mean "shop_jobs"? otherwise declare it in the service\'s metrics or record it',
    ],
    [
      "a pattern that matches no bucket",
      'rate(shop_wait_seconds_bucket{le=~"2.0|5.0"}[5m])',
      '30-43 "shop_wait_seconds_bucket" has no bucket le=~"2.0|5.0"; it has 0.5, 1.0, 60.0, +Inf',
    ],
    [
      "a window of $__interval",
      "rate(shop_requests_total[$__interval])",
      "25-36 the window of rate must hold at least two scrapes, $__interval may be too short; use $__rate_interval",
    ],
    [
      "a label that group_left cannot take over",
      "shop_jobs * on (queue) group_left (zone) max by (queue) (shop_jobs)",
      '0-67 group_left (zone): the right side has no label "zone" to take over; there are queue',
    ],
    [
      "many that never match one",
      "sum by (queue, pod) (shop_jobs) / ignoring (zone) group_left () sum by (queue) (shop_jobs)",
      '0-90 the sides of "/" never match: the left has pod, queue, the right queue; aggregate both by the same labels, or use on (…)',
    ],
    [
      "sides that never match",
      "sum by (route) (rate(shop_requests_total[5m])) / sum(rate(shop_requests_total[5m]))",
      '0-83 the sides of "/" never match: the left has route, the right no labels; aggregate both by the same labels, or use on (…)',
    ],
    [
      "a match on a label of one side only",
      "sum by (queue) (shop_jobs) / on (route) sum by (route) (rate(shop_requests_total[5m]))",
      '0-86 on (route): the left side has no label "route"; match on labels that both sides have',
    ],
  ])("%s", (_, expr, finding) => {
    expect(check(expr).join(" | ")).toBe(finding);
  });

  it("every mistake of an expression", () => {
    expect(check('rate(shop_jobs{a="b"}[5m]) + nothing_like_it')).toHaveLength(
      3,
    );
  });
});

it("lets the platform query every system", () => {
  expect(check('up{system!=""} == 0', true)).toEqual([]);
});

it("reports a mistake after a macro and a threshold at its position in the text", () => {
  const expr =
    "sum(rate(shop_requests_total[$__rate_interval])) > {limit} and nothing_like_it";
  const [finding] = checkExpression(expr, {
    catalogue,
    system: "shop",
    namespace: "shop",
    readsAllSystems: false,
  });
  expect(expr.slice(finding?.from, finding?.to)).toBe("nothing_like_it");
});

it("requires a window that fits the slowest target", () => {
  const [target] = goodService.targets;
  if (target === undefined) throw new Error("no target");
  const slow = buildCatalogue(
    [{ ...service, targets: [{ ...target, interval: minutes(2) }] }],
    [],
  );
  expect(
    checkExpression("rate(shop_requests_total[3m])", {
      catalogue: slow,
      system: "shop",
      namespace: "shop",
      readsAllSystems: false,
    }),
  ).toEqual([
    {
      from: 25,
      to: 27,
      message: "the window of rate must hold at least two scrapes, got 3m",
      next: "use 4m or more",
    },
  ]);
});
