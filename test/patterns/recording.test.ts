import { days, hours, minutes } from "../../model/duration";
import type { RecordingRule } from "../../model/recording-rule";
import { gaugeRatio } from "../../patterns/recording/gauge-ratio";
import {
  bucketRate,
  percentileNow,
  percentileOver,
  percentileRaw,
} from "../../patterns/recording/percentiles";
import {
  counterRate,
  errorRate,
  eventRate,
  missingRate,
} from "../../patterns/recording/rates";
import { ratioNow, ratioOver } from "../../patterns/recording/ratios";
import { meanOf, shareOf } from "../../patterns/recording/shares";
import { prove } from "./prove";
import {
  requests,
  requestsByRoute,
  sessions,
  shopWith,
  times,
  timesByRoute,
} from "./shop";

const LIMIT = 30 * 60 * 1000;

/** Inputs of other rules, for all routes together and for each. */
const base = [requests, requestsByRoute].flatMap((events, index) => [
  eventRate({
    record: `shop:requests${String(index)}:rate5m`,
    events,
  }),
  errorRate({
    record: `shop:errors${String(index)}:rate5m`,
    events,
  }),
]);

const buckets = [times, timesByRoute].map((observations, index) =>
  bucketRate({
    record: `shop:seconds${String(index)}_bucket:rate5m`,
    observations,
  }),
);

const recorded = (index: number) => ({
  bad: `shop:errors${String(index)}:rate5m`,
  total: `shop:requests${String(index)}:rate5m`,
});

const ratios = ([0, 1] as const).flatMap((index) =>
  (["bad", "good"] as const).map((shows) =>
    ratioNow({
      record: `shop:${shows}${String(index)}:ratio_rate5m`,
      events: index === 0 ? requests : requestsByRoute,
      ...recorded(index),
      shows,
    }),
  ),
);

const overWindows = [minutes(30), hours(1), days(1), days(7), days(30)].map(
  (window, index) =>
    ratioOver({
      record: `shop:availability:ratio_rate${window.toString()}`,
      events: index % 2 === 0 ? requests : requestsByRoute,
      ...recorded(index % 2),
      shows: index < 2 ? "bad" : "good",
      window,
    }),
);

/** For events that may fail long after they were counted. */
const later = [
  eventRate({ record: "shop:sessions:rate5m", events: sessions }),
  errorRate({ record: "shop:lost:rate5m", events: sessions }),
  ...(["bad", "good"] as const).map((shows, index) =>
    ratioOver({
      record: `shop:sessions_${shows}:ratio_rate1h`,
      events: sessions,
      bad: "shop:lost:rate5m",
      total: "shop:sessions:rate5m",
      shows,
      window: index === 0 ? hours(1) : days(7),
      uncounted: { 'sessions_ended_total{system="shop", reason="lost"}': 1 },
    }),
  ),
];

const percentiles = [0.5, 0.75, 0.95, 0.99].flatMap((quantile) => [
  percentileNow({
    record: `shop:seconds:p${String(quantile * 100)}_5m`,
    observations: times,
    buckets: "shop:seconds0_bucket:rate5m",
    quantile,
  }),
  percentileOver({
    record: `shop:seconds:p${String(quantile * 100)}_7d`,
    observations: timesByRoute,
    buckets: "shop:seconds1_bucket:rate5m",
    quantile,
    window: quantile === 0.99 ? days(7) : minutes(15),
  }),
  percentileRaw({
    record: `shop:seconds:p${String(quantile * 100)}_15m`,
    observations: timesByRoute,
    quantile,
    window: quantile === 0.99 ? days(7) : minutes(15),
    ...(quantile === 0.75 ? { over: "increase" } : {}),
  }),
]);

const summed = percentileOver({
  record: "shop:seconds:p99_1h",
  observations: times,
  buckets: "shop:seconds1_bucket:rate5m",
  summedLabels: { route: "cart" },
  quantile: 0.99,
  window: hours(1),
});

const hit = 'cache_requests_total{system="shop", cache="page", result="hit"}';
const miss = 'cache_requests_total{system="shop", cache="page", result="miss"}';

const shares = [
  shareOf({
    record: "shop:cache_hit:ratio_rate10m",
    part: 'cache_requests_total{system="shop", result="hit"}',
    whole: 'cache_requests_total{system="shop"}',
    examples: { inside: { [hit]: 1 }, outside: { [miss]: 1 } },
    by: ["cache"],
    window: minutes(10),
    over: "rate",
  }),
  shareOf({
    record: "shop:cache_hit:ratio_30d",
    part: 'cache_requests_total{system="shop", result="hit"}',
    whole: 'cache_requests_total{system="shop"}',
    examples: { inside: { [hit]: 1 }, outside: { [miss]: 1 } },
    window: days(30),
    over: "increase",
  }),
  shareOf({
    record: "shop:import_success:ratio_7d",
    part: 'import_failures_total{system="shop"}',
    whole: 'imports_total{system="shop"}',
    examples: {
      inside: {
        'imports_total{system="shop", source="mail"}': 1,
        'import_failures_total{system="shop", source="mail"}': 1,
      },
      outside: { 'imports_total{system="shop", source="mail"}': 1 },
    },
    by: ["source"],
    window: days(7),
    over: "increase",
    shows: "rest",
  }),
  meanOf({
    record: "shop:seconds:mean5m",
    observations: timesByRoute,
    window: minutes(5),
  }),
];

const checked = 'checks_total{system="shop", check="stock"}';
const passed = 'checks_passed_total{system="shop", check="stock"}';

const others = [
  ...[[], ["check"]].map((by, index) =>
    missingRate({
      record: `shop:checks_failed${String(index)}:rate5m`,
      events: {
        total: 'checks_total{system="shop"}',
        good: 'checks_passed_total{system="shop"}',
        by,
        examples: {
          good: { [checked]: 1, [passed]: 1 },
          bad: { [checked]: 1, [passed]: 0 },
        },
      },
    }),
  ),
  counterRate({
    record: "shop:evictions:rate1h",
    counter: 'cache_evictions_total{system="shop"}',
    example: { 'cache_evictions_total{system="shop", cache="page"}': 1 },
    by: ["cache"],
    window: hours(1),
  }),
  gaugeRatio({
    record: "shop:pool_used:ratio",
    part: 'db_connections{system="shop"}',
    whole: 'db_connections_max{system="shop"}',
    aggregation: "sum",
  }),
  gaugeRatio({
    record: "shop:pool_used:max",
    part: 'db_connections{system="shop"}',
    whole: 'db_connections_max{system="shop"}',
    aggregation: "worst",
  }),
  gaugeRatio({
    record: "shop:disk_used:max",
    part: 'disk_used_bytes{system="shop"}',
    whole: 'disk_total_bytes{system="shop"}',
    aggregation: "worst",
    by: ["volume"],
    labels: { volume: "data" },
  }),
  gaugeRatio({
    record: "shop:disk_used:ratio",
    part: 'disk_used_bytes{system="shop"}',
    whole: 'disk_total_bytes{system="shop"}',
    aggregation: "max",
    by: ["volume"],
    labels: { volume: "data" },
  }),
];

it.each<[string, readonly RecordingRule[]]>([
  ["rates", base],
  ["bucket rates", buckets],
  ["ratios now", [...base, ...ratios]],
  ["ratios over windows", [...base, ...overWindows]],
  ["ratios of what was counted before", later],
  ["percentiles", [...buckets, ...percentiles, summed]],
  ["shares of growth and means", shares],
  ["counters and gauges", others],
])(
  "proves %s, and detects every mutant",
  async (_, rules) => {
    const { changes, ...found } = await prove(shopWith(rules));
    expect(found).toEqual({ failures: "", survived: [], unneeded: [] });
    expect(changes).toBeGreaterThan(rules.length);
  },
  LIMIT,
);
