import type { AlertDeclaration } from "../../model/alert";
import { days, hours, minutes, seconds } from "../../model/duration";
import { percent } from "../../model/ratio";
import type { RecordingRule } from "../../model/recording-rule";
import { count } from "../../model/threshold";
import { dependencyDown, gaugeLimit } from "../../patterns/alerts/gauge-limit";
import { gaugeRatioLimit } from "../../patterns/alerts/gauge-ratio-limit";
import { countAbove } from "../../patterns/alerts/count-above";
import {
  percentileBroken,
  percentileLimit,
} from "../../patterns/alerts/percentile-limit";
import { objectiveMissed, ratioLimit } from "../../patterns/alerts/ratio-limit";
import { metricsAbsent, systemDown } from "../../patterns/alerts/absence";
import { stale } from "../../patterns/alerts/stale";
import { gaugeRatio } from "../../patterns/recording/gauge-ratio";
import {
  bucketRate,
  percentileNow,
  percentileOver,
} from "../../patterns/recording/percentiles";
import { errorRate, eventRate } from "../../patterns/recording/rates";
import { ratioNow, ratioOver } from "../../patterns/recording/ratios";
import { failuresWithOtherLimits, prove } from "./prove";
import {
  disk,
  alertFields,
  requestsByRoute,
  shopWith,
  timesByRoute,
} from "./shop";

const LIMIT = 30 * 60 * 1000;

const fields = (name: string, summary = "Shop fails") => ({
  ...alertFields,
  name,
  summary,
});

const recorded = {
  events: requestsByRoute,
  bad: "shop:errors:rate5m",
  total: "shop:requests:rate5m",
};

const rules: readonly RecordingRule[] = [
  eventRate({ record: recorded.total, events: requestsByRoute }),
  errorRate({ record: recorded.bad, events: requestsByRoute }),
  ratioNow({
    record: "shop:error:ratio_rate5m",
    shows: "bad",
    ...recorded,
  }),
  ...[hours(1), days(30)].map((window) =>
    ratioOver({
      record: `shop:availability:ratio_rate${window.toString()}`,
      shows: "good",
      window,
      ...recorded,
    }),
  ),
  gaugeRatio({ record: "shop:disk_used:ratio", ...disk }),
  bucketRate({
    record: "shop:seconds_bucket:rate5m",
    observations: timesByRoute,
  }),
  percentileNow({
    record: "shop:seconds:p99_5m",
    observations: timesByRoute,
    buckets: "shop:seconds_bucket:rate5m",
    quantile: 0.99,
  }),
  percentileOver({
    record: "shop:seconds:p99_7d",
    observations: timesByRoute,
    buckets: "shop:seconds_bucket:rate5m",
    quantile: 0.99,
    window: days(7),
  }),
];
/** Read by an alert on a gauge alone. */
const longestQueue: RecordingRule = {
  record: "shop:queue_length:max",
  expr: 'max by (severity) (shop_queue_length{system="shop"})',
};

/** All requests, by a recorded rate and by their counter. */
const all = { rate: "shop:requests:rate5m", bad: "requests failed" };
const counted = { counter: requestsByRoute.total, bad: "requests failed" };

/** More bad requests than chance. */
const several = (least: number) => ({
  rate: "shop:errors:rate5m",
  minimum: { name: "errors", value: count(least, "errors") },
});

const shareAlerts: readonly AlertDeclaration[] = [
  ratioLimit({
    ...fields(
      "Errors",
      "{{ $labels.route }} fails {{ $value | humanizePercentage }}",
    ),
    events: requestsByRoute,
    shows: "bad",
    ratio: "shop:error:ratio_rate5m",
    limit: { name: "errorRatio", value: percent(5) },
    minimum: {
      name: "minimumRate",
      rate: "shop:requests:rate5m",
      value: count(0.1, "requests per second"),
    },
    all,
    bad: { ...several(4.5), window: minutes(5) },
  }),
  ratioLimit({
    ...fields(
      "Availability",
      "{{ $labels.route }}: {{ $value | humanizePercentage }}",
    ),
    events: requestsByRoute,
    shows: "good",
    ratio: "shop:availability:ratio_rate1h",
    limit: { name: "available", value: percent(99) },
    all: counted,
    bad: {
      evenOne: "a test of the limit alone",
      counter: requestsByRoute.bad,
      window: hours(1),
    },
  }),
  ratioLimit({
    ...fields(
      "SeveralErrors",
      "{{ $labels.route }} fails {{ $value | humanizePercentage }}",
    ),
    events: requestsByRoute,
    shows: "bad",
    ratio: "shop:error:ratio_rate5m",
    limit: { name: "errorRatio", value: percent(5) },
    all: counted,
    bad: { ...several(3.5), window: minutes(15) },
  }),
  ratioLimit({
    ...fields(
      "SeveralUnavailable",
      "{{ $labels.route }}: {{ $value | humanizePercentage }}",
    ),
    events: requestsByRoute,
    shows: "good",
    ratio: "shop:availability:ratio_rate1h",
    limit: { name: "available", value: percent(99) },
    all,
    bad: { ...several(2.5), window: hours(1) },
  }),
  objectiveMissed({
    ...fields("Objective"),
    events: requestsByRoute,
    period: "shop:availability:ratio_rate30d",
    now: { ratio: "shop:availability:ratio_rate1h", window: hours(1) },
    objective: percent(99.9),
    all,
    bad: {
      evenOne: "a test of the objective alone",
      rate: "shop:errors:rate5m",
    },
  }),
  objectiveMissed({
    ...fields("ObjectiveOfSeveral"),
    events: requestsByRoute,
    period: "shop:availability:ratio_rate30d",
    now: { ratio: "shop:availability:ratio_rate1h", window: hours(1) },
    objective: percent(99.9),
    all,
    bad: several(4.5),
  }),
];

const percentileAlerts: readonly AlertDeclaration[] = [
  percentileLimit({
    ...fields("Slow", "{{ $value | humanizeDuration }}"),
    percentile: "shop:seconds:p99_5m",
    quantile: 0.99,
    observations: timesByRoute,
    limit: { name: "p99", value: seconds(0.1) },
    slow: { evenOne: "a test of the limit alone" },
  }),
  percentileLimit({
    ...fields("SeveralSlowUnlessSaid", "{{ $value | humanizeDuration }}"),
    percentile: "shop:seconds:p99_5m",
    quantile: 0.99,
    observations: timesByRoute,
    limit: { name: "p99", value: seconds(0.1) },
  }),
  percentileLimit({
    ...fields("SeveralSlow", "{{ $value | humanizeDuration }}"),
    percentile: "shop:seconds:p99_5m",
    quantile: 0.99,
    observations: timesByRoute,
    limit: { name: "p99", value: seconds(0.1) },
    slow: {
      minimum: { name: "slow", value: count(2.5, "slow in 10 minutes") },
      window: minutes(10),
    },
  }),
  percentileBroken({
    ...fields("SlowPromise"),
    period: "shop:seconds:p99_7d",
    now: { percentile: "shop:seconds:p99_5m", window: minutes(5) },
    quantile: 0.99,
    observations: timesByRoute,
    limit: { name: "p99", value: seconds(0.1) },
  }),
];

const gauge = 'shop_queue_length{system="shop"}';
const gaugeAlerts: readonly AlertDeclaration[] = [
  ...(["max", "min", "sum", "avg"] as const).flatMap((aggregation) =>
    ([">", "<", ">=", "<="] as const).map((comparison, index) =>
      gaugeLimit({
        ...fields(
          `Gauge${aggregation}${String(index)}`,
          "{{ $value }} in {{ $labels.queue }}",
        ),
        gauge,
        aggregation,
        by: ["queue"],
        labels: { queue: "mail" },
        limit: {
          name: "jobs",
          value: count([100, 0, 8, 0.5][index] ?? 0, "jobs"),
          comparison,
        },
      }),
    ),
  ),
  // A label of the series that the alert has itself.
  gaugeLimit({
    ...fields("Recorded", "{{ $value }} of {{ $labels.severity }} severity"),
    recorded: 'shop:queue_length:max{severity="high"}',
    gauge: 'shop_queue_length{system="shop", severity="high"}',
    aggregation: "max",
    by: ["severity"],
    limit: { name: "jobs", value: count(100, "jobs"), comparison: ">" },
  }),
  dependencyDown({
    ...fields("DependencyDown", "{{ $labels.dependency }} down"),
    gauge: 'shop_dependency_up{system="shop"}',
    labels: { dependency: "mail" },
  }),
];

const ratioAlerts: readonly AlertDeclaration[] = (
  [">", ">=", "<"] as const
).map((comparison, index) =>
  gaugeRatioLimit({
    ...fields(
      `Disk${String(index)}`,
      "{{ $labels.volume }} at {{ $value | humanizePercentage }}",
    ),
    ratio: "shop:disk_used:ratio",
    gauges: disk,
    limit: {
      name: "used",
      value: percent([80, 100, 70][index] ?? 0),
      comparison,
    },
  }),
);

const leaks = { 'shop_leaks_total{system="shop", kind="mail"}': 1 };
const otherAlerts: readonly AlertDeclaration[] = [
  ...[0, 2.5, 50, 1.5].flatMap((limit, index) =>
    [minutes(30), hours(6)].map((window, at) =>
      countAbove({
        ...fields(
          `Leaks${String(index)}${String(at)}`,
          index === 1 ? "{{ $value | humanize }} leaks" : "Leaks",
        ),
        for: index === 0 ? minutes(0) : minutes(5),
        counter: 'shop_leaks_total{system="shop", kind=~"mail|post"}',
        example: leaks,
        notCounted: { 'shop_leaks_total{system="shop", kind="roof"}': 1 },
        by: ["kind"],
        window,
        limit: { name: "leaks", value: count(limit, "leaks") },
      }),
    ),
  ),
  ...[minutes(1), minutes(2)].map((pending, index) =>
    systemDown({
      ...fields(`Down${String(index)}`),
      for: pending,
      key: "shop",
    }),
  ),
  metricsAbsent({
    ...fields("Absent"),
    key: "shop",
    apps: ["shop-api"],
    metric: 'api_requests_total{system="shop"}',
  }),
  metricsAbsent({
    ...fields("UsersAbsent"),
    key: "shop",
    apps: ["shop-api", "shop-worker"],
    metric: 'active_users{system="shop", window="1d"}',
  }),
  ...[minutes(15), hours(26)].map((age, index) =>
    stale({
      key: "shop",
      ...fields(
        `Stale${String(index)}`,
        "{{ $labels.backup }}: {{ $value | humanizeDuration }}",
      ),
      timestamp: 'shop_backup_timestamp_seconds{system="shop"}',
      by: ["backup"],
      labels: { backup: "orders" },
      limit: { name: "age", value: age },
    }),
  ),
];

it.each<[string, readonly AlertDeclaration[], readonly RecordingRule[]]>([
  ["shares of events", shareAlerts, rules],
  ["percentiles", percentileAlerts, rules],
  ["gauges", gaugeAlerts, [...rules, longestQueue]],
  ["ratios of gauges", ratioAlerts, rules],
  ["events, silence and age", otherAlerts, rules],
])(
  "proves alerts on %s, and detects every mutant",
  async (_, alerts, recording) => {
    const { changes, ...found } = await prove(shopWith(recording, alerts));
    expect(found).toEqual({ failures: "", survived: [], unneeded: [] });
    expect(changes).toBeGreaterThan(alerts.length);
    expect(await failuresWithOtherLimits(shopWith(recording, alerts))).toBe("");
  },
  LIMIT,
);

it(
  "proves a gauge under the name that it is recorded under",
  async () => {
    const found = await prove(
      shopWith(
        [
          {
            record: "shop:queue_length:max",
            expr: `max by (queue) (${gauge})`,
          },
        ],
        [
          gaugeLimit({
            ...fields("LongQueue", "{{ $value }} in {{ $labels.queue }}"),
            gauge,
            aggregation: "max",
            by: ["queue"],
            labels: { queue: "mail" },
            recorded: "shop:queue_length:max",
            limit: {
              name: "jobs",
              value: count(100, "jobs"),
              comparison: ">",
            },
          }),
        ],
      ),
    );
    expect(found).toMatchObject({ failures: "", survived: [], unneeded: [] });
    expect(found.changes).toBeGreaterThan(5);
  },
  LIMIT,
);
