import type { AlertDeclaration } from "../../../../model/alert";
import { milliseconds, minutes } from "../../../../model/duration";
import { percent } from "../../../../model/ratio";
import { count } from "../../../../model/threshold";
import { gaugeRatioLimit } from "../../../../patterns/alerts/gauge-ratio-limit";
import { percentileLimit } from "../../../../patterns/alerts/percentile-limit";
import { ratioLimit } from "../../../../patterns/alerts/ratio-limit";
import { cacheMemory, cacheReads, cacheTimes } from "../events";
import { countedRate } from "./counted";

const dashboard = "accubooks-operations";

const EVICTIONS = 'cache_evictions_total{system="accubooks"}';

const used = {
  ratio: "accubooks:cache_memory:ratio",
  gauges: cacheMemory,
  condition: "redis-memory",
  runbook: "accubooks/redis-memory",
  dashboard,
} as const;

/** The cache is full, or has a low hit ratio. */
export const cacheAlerts: readonly AlertDeclaration[] = [
  ratioLimit({
    name: "CacheHitRateLow",
    events: cacheReads,
    shows: "good",
    ratio: "accubooks:cache_hit:ratio_rate10m",
    limit: { name: "hitRatio", value: percent(70) },
    all: {
      counter: cacheReads.total,
      bad: "reads found nothing",
    },
    bad: {
      rate: "accubooks:cache_misses:rate5m",
      // A cache that hardly anybody reads is cold, and costs nothing.
      minimum: { name: "misses", value: count(99.5, "misses in 10 minutes") },
      window: minutes(10),
    },
    for: minutes(10),
    severity: "warning",
    priority: "P1",
    summary: "Cache hit rate {{ $value | humanizePercentage }}",
    description:
      "For 10 minutes fewer reads than 70 % have found what they looked for, with at least 100 misses: the database answers the others.",
    action: "See whether the cache was emptied, or drops keys.",
    runbook: "accubooks/cache#cachehitratelow",
    dashboard,
  }),
  gaugeRatioLimit({
    ...used,
    name: "RedisMemoryHigh",
    limit: { name: "usedRatio", value: percent(90), comparison: ">" },
    for: minutes(5),
    severity: "warning",
    priority: "P1",
    summary: "Redis memory {{ $value | humanizePercentage }} (1.8 of 2 GB)",
    description:
      "For 5 minutes that share of the memory of Redis has been in use. When it is full, it drops keys and the database answers instead.",
    action: "Ask how long until it is full.",
    runbook: "accubooks/redis-memory#redismemoryhigh",
  }),
  gaugeRatioLimit({
    ...used,
    name: "RedisMemoryWarning",
    limit: { name: "usedRatio", value: percent(85), comparison: ">" },
    for: minutes(10),
    priority: "P2",
    summary: "Redis memory {{ $value | humanizePercentage }}",
    description:
      "For 10 minutes that share of the memory of Redis has been in use; RedisMemoryHigh fires at 90 %.",
    action: "See since when it grows, and with what.",
    runbook: "accubooks/redis-memory#redismemorywarning",
  }),
  countedRate({
    name: "CacheEvictionThrashing",
    query: "accubooks:cache_evictions:rate5m * 60",
    counter: EVICTIONS,
    example: { [EVICTIONS]: 1 },
    limit: { name: "keysPerMinute", value: count(500, "keys per minute") },
    perMinute: 500,
    neverExactly: "no fraction of two times sixty is five hundred",
    window: minutes(5),
    for: minutes(5),
    severity: "warning",
    priority: "P1",
    summary: "{{ $value | humanize }} keys evicted per minute (normal < 100)",
    description:
      "For 5 minutes Redis has dropped more keys than is usual to make room: what is written is gone before it is read.",
    action: "Compare the maximum in Redis with the one that AccuBooks reports.",
    runbook: "accubooks/cache#cacheevictionthrashing",
    dashboard,
  }),
  percentileLimit({
    name: "CacheLatencyHigh",
    percentile: "accubooks:cache_operation_duration_seconds:p95_5m",
    quantile: 0.95,
    observations: cacheTimes,
    limit: { name: "p95", value: milliseconds(20) },
    for: minutes(5),
    priority: "P2",
    summary: "P95 cache latency {{ $value | humanizeDuration }} (limit 20 ms)",
    description:
      "For 5 minutes one operation of the cache in twenty has taken that long, at least 5 in 15 minutes.",
    action: "See whether one operation is slow, or one pod.",
    runbook: "accubooks/cache#cachelatencyhigh",
    dashboard,
  }),
];
