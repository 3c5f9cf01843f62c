import type { AlertDeclaration } from "../../model/alert";
import { days, hours, minutes } from "../../model/duration";
import { percent } from "../../model/ratio";
import type { RecordingRule } from "../../model/recording-rule";
import { count } from "../../model/threshold";
import { droppedSinceLastWeek } from "../../patterns/anomaly/dropped-since-last-week";
import { percentileAboveBaseline } from "../../patterns/anomaly/percentile-above-baseline";
import { predictedEmpty } from "../../patterns/anomaly/predicted-empty";
import { predictedFull } from "../../patterns/anomaly/predicted-full";
import { ratioAboveBaseline } from "../../patterns/anomaly/ratio-above-baseline";
import { slowerThanBefore } from "../../patterns/anomaly/slower-than-before";
import { spike } from "../../patterns/anomaly/spike";
import { gaugeRatio } from "../../patterns/recording/gauge-ratio";
import {
  bucketRate,
  percentileOver,
} from "../../patterns/recording/percentiles";
import {
  counterRate,
  errorRate,
  eventRate,
} from "../../patterns/recording/rates";
import { ratioOver } from "../../patterns/recording/ratios";
import { failuresWithOtherLimits, prove } from "./prove";
import {
  disk,
  alertFields,
  requestsByRoute,
  shopWith,
  timesByRoute,
} from "./shop";

const LIMIT = 30 * 60 * 1000;

const named = (name: string, summary = "Shop is strange") => ({
  ...alertFields,
  name,
  summary,
});

const errors = {
  counter: 'shop_errors_total{system="shop"}',
  example: { 'shop_errors_total{system="shop", kind="timeout"}': 1 },
  key: "shop",
};

const spikes: readonly AlertDeclaration[] = [
  spike({
    ...named("QuarterOfAnHourAgainstTheHourBefore"),
    ...errors,
    for: minutes(10),
    window: minutes(15),
    baseline: hours(1),
    offset: minutes(15),
    factor: count(1.5, "times as many"),
    minimum: count(5, "errors in 15 minutes"),
  }),
  spike({
    ...named("FiveMinutesAgainstTheDay"),
    ...errors,
    window: minutes(5),
    baseline: days(1),
    factor: count(5, "times as many"),
    minimum: count(20, "errors in 5 minutes"),
  }),
  spike({
    ...named("AtOnce", "Shop fails {{ $value | humanize }} times a second"),
    ...errors,
    for: minutes(0),
    window: minutes(30),
    baseline: days(1),
    factor: count(3, "times as many"),
    minimum: count(20, "errors in half an hour"),
  }),
  spike({
    ...named(
      "DayAgainstTheWeekBefore",
      "Shop fails {{ $value | humanize }} times",
    ),
    ...errors,
    for: hours(1),
    window: days(1),
    baseline: days(7),
    offset: days(1),
    factor: count(2, "times as many"),
    minimum: count(50, "errors in a day"),
    shows: "increase",
  }),
];

const slower: readonly AlertDeclaration[] = [
  slowerThanBefore({
    ...named("SlowerThanBefore"),
    for: minutes(30),
    observations: {
      histogram: "shop_order_seconds",
      matchers: 'system="shop"',
      buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60],
    },
    quantile: 0.95,
    window: minutes(15),
    baseline: days(1),
    offset: hours(1),
    factor: count(1.5, "times as slow"),
    minimum: count(20, "orders in 15 minutes"),
  }),
];

const recorded = {
  events: requestsByRoute,
  bad: "shop:errors:rate5m",
  total: "shop:requests:rate5m",
};
const times = {
  observations: { ...timesByRoute, buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5] },
  buckets: "shop:seconds_bucket:rate5m",
  quantile: 0.9,
};
const baselineRules: readonly RecordingRule[] = [
  eventRate({ record: recorded.total, events: requestsByRoute }),
  errorRate({ record: recorded.bad, events: requestsByRoute }),
  bucketRate({
    record: times.buckets,
    observations: times.observations,
  }),
  ...[minutes(30), hours(6)].flatMap((window) => [
    ratioOver({
      record: `shop:error:ratio_rate${window.toString()}`,
      shows: "bad",
      window,
      ...recorded,
    }),
    percentileOver({
      record: `shop:seconds:p90_${window.toString()}`,
      window,
      ...times,
    }),
  ]),
];
const unusualErrors = {
  ...named(
    "UnusualErrors",
    "{{ $labels.route }} fails {{ $value | humanizePercentage }}",
  ),
  events: requestsByRoute,
  ratio: "shop:error:ratio_rate30m",
  window: minutes(30),
  baseline: "shop:error:ratio_rate6h",
  factor: count(3, "times the baseline"),
  floor: percent(2),
  rate: recorded.total,
  minimum: { name: "requests", value: count(20, "requests in 30 minutes") },
  bad: {
    rate: recorded.bad,
    minimum: { name: "errors", value: count(4.5, "errors in 30 minutes") },
  },
} as const;
const unusuallySlow = {
  ...named(
    "UnusuallySlow",
    "{{ $labels.route }} takes {{ $value | humanizeDuration }}",
  ),
  for: minutes(10),
  observations: times.observations,
  counted: requestsByRoute.examples.good,
  quantile: times.quantile,
  percentile: "shop:seconds:p90_30m",
  window: minutes(30),
  baseline: "shop:seconds:p90_6h",
  factor: count(2, "times the baseline"),
  rate: recorded.total,
  minimum: {
    name: "requests",
    value: count(19.5, "requests in 30 minutes"),
  },
} as const;
const aboveBaseline: readonly AlertDeclaration[] = [
  ratioAboveBaseline(unusualErrors),
  percentileAboveBaseline(unusuallySlow),
  percentileAboveBaseline({
    ...unusuallySlow,
    name: "UnusuallySlowForLong",
    for: minutes(35),
  }),
];

const foreseen: readonly AlertDeclaration[] = [
  predictedFull({
    ...named(
      "FullSoon",
      "{{ $labels.volume }} will be at {{ $value | humanizePercentage }}",
    ),
    for: minutes(10),
    ratio: 'shop:disk_used:ratio{volume="data"}',
    gauges: disk,
    window: hours(3),
    ahead: hours(4),
    full: percent(95),
    usedRatio: percent(50),
  }),
  predictedFull({
    ...named("FullAtOnce"),
    for: minutes(0),
    ratio: "shop:disk_used:ratio",
    gauges: disk,
    window: hours(1),
    ahead: minutes(45),
    full: percent(100),
    usedRatio: percent(80),
  }),
  predictedEmpty({
    ...named(
      "EmptySoon",
      "{{ $labels.pool }} will have {{ $value | humanize }} left",
    ),
    for: minutes(15),
    gauges: {
      part: "shop_pool_free",
      whole: "shop_pool_size",
      by: ["pool"],
      labels: { pool: "addresses" },
    },
    window: hours(2),
    ahead: hours(12),
    freeRatio: percent(30),
  }),
];

const orders = 'shop_orders_total{system="shop", route="cart"}';
const weekly: readonly AlertDeclaration[] = [
  droppedSinceLastWeek({
    ...named("FewerOrders", "{{ $labels.route }}: {{ $value | humanize }}/s"),
    for: minutes(30),
    recorded: "shop:orders:rate1h",
    source: { kind: "counter", example: { [orders]: 1 }, window: hours(1) },
    by: ["route"],
    share: { name: "ofLastWeek", value: percent(70) },
    minimum: count(0.5, "orders per second a week ago"),
  }),
  droppedSinceLastWeek({
    ...named("FewerUsers", "{{ $value }} users"),
    for: minutes(0),
    recorded: "shop:active_users:max",
    source: {
      kind: "gauge",
      example: { 'active_users{system="shop", window="1d"}': 1 },
    },
    share: { name: "ofLastWeek", value: percent(50) },
    minimum: count(30, "users a week ago"),
  }),
];
const weeklyRules: readonly RecordingRule[] = [
  counterRate({
    record: "shop:orders:rate1h",
    counter: 'shop_orders_total{system="shop"}',
    example: { [orders]: 1 },
    by: ["route"],
    window: hours(1),
  }),
  {
    record: "shop:active_users:max",
    expr: "max(active_users)",
  },
];

it.each<[string, readonly AlertDeclaration[], readonly RecordingRule[]]>([
  ["spikes", spikes, []],
  ["a percentile against the same one of a day", slower, []],
  ["what is above its recorded baseline", aboveBaseline, baselineRules],
  [
    "a forecast",
    foreseen,
    [gaugeRatio({ record: "shop:disk_used:ratio", ...disk })],
  ],
  ["what is less than last week", weekly, weeklyRules],
])(
  "proves %s",
  async (_, alerts, rules) => {
    const proved = await prove(shopWith(rules, alerts));
    expect(proved).toEqual({
      failures: "",
      survived: [],
      unneeded: [],
      changes: expect.any(Number) as number,
    });
    expect(proved.changes).toBeGreaterThan(15 * alerts.length);
    expect(await failuresWithOtherLimits(shopWith(rules, alerts))).toBe("");
  },
  LIMIT,
);

it.each<[string, () => AlertDeclaration, RegExp]>([
  [
    "a spike that its own baseline hides",
    () =>
      spike({
        ...named("Hidden"),
        ...errors,
        for: hours(2),
        window: minutes(15),
        baseline: hours(1),
        factor: count(3, "times as many"),
        minimum: count(5, "errors in 15 minutes"),
      }),
    /no spike of shop_errors_total\{system="shop"\} lasts for 2h: 1h know of it too soon/,
  ],
  [
    "a ratio above 1",
    () => ratioAboveBaseline({ ...unusualErrors, floor: percent(20) }),
    /3 times 0\.4 is more than everything/,
  ],
  [
    "more bad events than there are",
    () =>
      ratioAboveBaseline({
        ...unusualErrors,
        bad: {
          rate: recorded.bad,
          minimum: { name: "errors", value: count(21, "errors") },
        },
      }),
    /at least 20 events and 21 bad ones: the second must be less/,
  ],
  [
    "so few bad events that their number says no more than the ratio",
    () =>
      ratioAboveBaseline({
        ...unusualErrors,
        bad: {
          rate: recorded.bad,
          minimum: { name: "errors", value: count(2, "errors") },
        },
      }),
    /at least 20 events and 2 bad ones: .* more than 3 times the floor/,
  ],
  [
    "a percentile that one slow observation decides",
    () =>
      percentileAboveBaseline({
        ...unusuallySlow,
        minimum: { name: "requests", value: count(9.5, "requests") },
      }),
    /of 9\.5 observations the slowest one alone is the P90; ask for 10 of them/,
  ],
  [
    "a window that forgets before the alert has waited",
    () => ratioAboveBaseline({ ...unusualErrors, for: minutes(30) }),
    /an alert that waits for 30m never sees .* within 30m/,
  ],
])("refuses a proof of %s", (_, declare, says) => {
  expect(declare).toThrow(says);
});
