import { findEngine } from "../../../../engines/find-engine";
import { runTestFiles } from "../../../../proof/run-promtool";

let promtool = "";
beforeAll(
  async () => {
    promtool = await findEngine("promtool");
  },
  20 * 60 * 1000,
);

type Series = Readonly<Record<string, string>>;

/** What the engine says of a rule after ten minutes: how often it fires, or why it fails. */
async function judged(
  expr: string,
  series: Series,
  labels: Readonly<Record<string, string>> = {},
): Promise<string> {
  const run = await runTestFiles(
    promtool,
    [
      {
        name: "rule",
        subject: "rule",
        rules: [{ alert: "Rule", expr, for: "0s", labels, annotations: {} }],
        evaluationInterval: "1m",
        cost: 0,
        groups: [
          {
            name: "rule",
            interval: "1m",
            input_series: Object.entries(series).map(([name, values]) => ({
              series: name,
              values,
            })),
            alert_rule_test: [],
            promql_expr_test: [
              {
                expr: 'count(ALERTS{alertname="Rule"}) or vector(0)',
                eval_time: "10m",
                exp_samples: [{ labels: "{}", value: -1 }],
              },
            ],
          },
        ],
      },
    ],
    2 * 60_000,
  );
  if (run.kind === "failed") return run.output;
  const failures = run.suites.flatMap(({ cases }) =>
    cases.flatMap((each) => each.failures),
  );
  return failures.join("\n");
}

const SAME = "same labelset after applying alert labels";

it.each<[string, string, Series, Readonly<Record<string, string>>, string]>([
  [
    "a label that the alert replaces",
    "sum by (priority) (shop_jobs) > 5",
    { 'shop_jobs{priority="a"}': "9x20", 'shop_jobs{priority="b"}': "9x20" },
    { priority: "P1" },
    SAME,
  ],
  [
    "arms of or that become one alert",
    'absent(shop_gone{system="shop"}) or group(absent(up{system="shop"} == 1))',
    { other: "1x20" },
    { system: "shop" },
    SAME,
  ],
  [
    "several samples on the one side",
    "shop_queue_length * on (queue) group_left (owner) shop_queue_info > 0",
    {
      'shop_queue_length{queue="a"}': "9x20",
      'shop_queue_info{queue="a", owner="o", region="1"}': "1x20",
      'shop_queue_info{queue="a", owner="o", region="2"}': "1x20",
    },
    {},
    "many-to-many matching not allowed",
  ],
])("fails a rule with %s", async (_, expr, series, labels, message) => {
  expect(await judged(expr, series, labels)).toContain(message);
});

it.each<[string, string, Series, number]>([
  [
    "never for an increase that is exactly one",
    "sum(increase(shop_done_total[5m])) == 1",
    { shop_done_total: "7x7 8x10" },
    0,
  ],
  [
    "for an increase above nothing",
    "sum(increase(shop_done_total[5m])) > 0",
    { shop_done_total: "7x7 8x10" },
    1,
  ],
  [
    "for a restart of one pod, in the rate of a sum",
    "increase(sum(shop_done_total)[5m:1m]) > 500",
    {
      'shop_done_total{pod="a"}': "1000x20",
      'shop_done_total{pod="b"}': "100x7 0x12",
    },
    1,
  ],
  [
    "never for a restart of one pod, in the sum of rates",
    "sum(increase(shop_done_total[5m])) > 500",
    {
      'shop_done_total{pod="a"}': "1000x20",
      'shop_done_total{pod="b"}': "100x7 0x12",
    },
    0,
  ],
  [
    "never for the event that creates its series",
    "sum(increase(shop_refused_total[5m])) > 0",
    { 'shop_refused_total{reason="limit"}': "_x7 1x10" },
    0,
  ],
  [
    "for what a series that is new counts",
    "(sum(shop_refused_total unless shop_refused_total offset 5m) or sum(increase(shop_refused_total[5m]))) > 0",
    { 'shop_refused_total{reason="limit"}': "_x7 1x10" },
    1,
  ],
  [
    "always for a rate of at least nothing, and never reads what follows or",
    "rate(shop_done_total[5m]) >= 0 or shop_queue_length > 100",
    { shop_done_total: "7x20", shop_queue_length: "200x20" },
    1,
  ],
  [
    "always for a counter above -1",
    "shop_done_total > -1",
    { shop_done_total: "0x20" },
    1,
  ],
  [
    "always for a count of at least nothing",
    "count(shop_jobs) >= 0",
    { shop_jobs: "0x20" },
    1,
  ],
  [
    "never for a count of 0, which is empty",
    "count(shop_jobs == 5) == 0",
    { shop_jobs: "1x20" },
    0,
  ],
  [
    "never for a rate below nothing, whatever falls",
    "rate(shop_done_total[5m]) < 0",
    { shop_done_total: "100-1x20" },
    0,
  ],
  [
    "always for a share of at most everything",
    'sum(rate(shop_done_total{status="failed"}[5m])) / (sum(rate(shop_done_total[5m])) > 0) <= 1',
    { 'shop_done_total{status="failed"}': "0+5x20" },
    1,
  ],
  [
    "never for a share above everything",
    'sum(rate(shop_done_total{status="failed"}[5m])) / sum(rate(shop_done_total[5m])) > 1',
    { 'shop_done_total{status="failed"}': "0+5x20" },
    0,
  ],
  [
    "never for 0 / 0, which is no number",
    "rate(shop_done_total[5m]) / rate(shop_jobs_total[5m]) >= 0",
    { shop_done_total: "7x20", shop_jobs_total: "7x20" },
    0,
  ],
  [
    "never for a quantile above the highest bound, however slow",
    "histogram_quantile(0.95, rate(shop_seconds_bucket[5m])) > 1",
    {
      'shop_seconds_bucket{le="0.1"}': "0x20",
      'shop_seconds_bucket{le="1"}': "0x20",
      'shop_seconds_bucket{le="+Inf"}': "0+10x20",
    },
    0,
  ],
  [
    "for a quantile at the highest bound, of anything slower",
    "histogram_quantile(0.95, rate(shop_seconds_bucket[5m])) == 1",
    {
      'shop_seconds_bucket{le="0.1"}': "0x20",
      'shop_seconds_bucket{le="1"}': "0x20",
      'shop_seconds_bucket{le="+Inf"}': "0+10x20",
    },
    1,
  ],
  [
    "never while one of several is there, in absent of an aggregate",
    'absent(sum by (app) (up{system="shop"}))',
    { 'up{system="shop", app="shop-till"}': "1x20" },
    0,
  ],
  [
    "when one of several is gone, in absent of its series",
    'absent(up{system="shop", app="shop-api"})',
    { 'up{system="shop", app="shop-till"}': "1x20" },
    1,
  ],
  [
    "without the label of the system, in absent of an aggregate",
    'absent(sum by (system) (up{system="shop"})) and on (system) vector(1)',
    {},
    1,
  ],
  [
    "with the label of the system, in absent of a selector",
    'absent(up{system="shop"}) and on (system) vector(1)',
    {},
    0,
  ],
  [
    "always for a quantile above one",
    "quantile(95, shop_jobs) > 1000000",
    { shop_jobs: "1x20" },
    1,
  ],
])("fires %s", async (_, expr, series, count) => {
  expect(await judged(expr, series)).toMatch(
    new RegExp(`got:\\s*\\{\\} ${String(count)}E\\+00`),
  );
});
