import type { PanelDeclaration } from "../../../../../model/dashboard";
import { seconds } from "../../../../../model/duration";
import { percent } from "../../../../../model/ratio";
import { count } from "../../../../../model/threshold";

const ROW = "Cache Performance";

/** Memory and hit ratio of the cache. */
export const cachePanels: readonly PanelDeclaration[] = [
  {
    id: "cache-memory-usage",
    number: 8,
    title: "Memory usage",
    unit: "bytes",
    queries: [
      {
        expr: 'max(cache_memory_usage_bytes{system="accubooks"})',
        legend: "used",
      },
      {
        expr: 'max(cache_memory_max_bytes{system="accubooks"})',
        legend: "max",
      },
      {
        expr: "accubooks:cache_memory:ratio",
        legend: "share (right axis)",
        rightAxis: { unit: "percentunit" },
        thresholds: {
          kind: "steps",
          base: "green",
          steps: [
            {
              colour: "yellow",
              alert: "RedisMemoryWarning",
              threshold: "usedRatio",
            },
            { colour: "red", alert: "RedisMemoryHigh", threshold: "usedRatio" },
          ],
        },
      },
    ],
    description:
      "Memory that the cache uses and may use, and its share (right); the limits are those of the share",
    noValue: "The cache does not report",
    row: ROW,
  },
  {
    id: "hit-rate",
    number: 9,
    title: "Hit rate",
    unit: "percentunit",
    thresholds: {
      kind: "steps",
      base: "red",
      steps: [
        { colour: "yellow", alert: "CacheHitRateLow", threshold: "hitRatio" },
        { colour: "green", from: percent(80) },
      ],
    },
    queries: [{ expr: "accubooks:cache_hit:ratio_rate10m", legend: "hits" }],
    description: "Share of reads that the cache answered, over 10 minutes",
    noValue: "No reads",
    row: ROW,
  },
  {
    id: "eviction-rate-keys-per-minute",
    number: 10,
    title: "Eviction rate (keys per minute)",
    unit: "cpm",
    thresholds: {
      kind: "steps",
      base: "green",
      steps: [
        { colour: "yellow", from: count(100, "keys per minute") },
        {
          colour: "red",
          alert: "CacheEvictionThrashing",
          threshold: "keysPerMinute",
        },
      ],
    },
    queries: [
      { expr: "accubooks:cache_evictions:rate5m * 60", legend: "evictions" },
    ],
    description:
      "Keys that the cache dropped to make room, over 5 minutes; below 100 is usual",
    noValue: "No eviction since the start",
    row: ROW,
  },
  {
    id: "cache-latency-p95",
    number: 17,
    title: "Cache latency (p95)",
    unit: "s",
    thresholds: {
      kind: "steps",
      base: "green",
      steps: [
        { colour: "yellow", from: seconds(0.005) },
        { colour: "red", alert: "CacheLatencyHigh", threshold: "p95" },
      ],
    },
    queries: [
      {
        expr: "accubooks:cache_operation_duration_seconds:p95_5m",
        legend: "cache",
      },
    ],
    description:
      "Time within which 95 % of operations of the cache ended, over 5 minutes",
    noValue: "No operations",
    row: ROW,
  },
];
