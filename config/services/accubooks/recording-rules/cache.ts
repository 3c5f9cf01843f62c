import { minutes, seconds } from "../../../../model/duration";
import type { RecordingGroupDeclaration } from "../../../../model/recording-rule";
import { gaugeRatio } from "../../../../patterns/recording/gauge-ratio";
import { percentileRaw } from "../../../../patterns/recording/percentiles";
import { counterRate, errorRate } from "../../../../patterns/recording/rates";
import { shareOf } from "../../../../patterns/recording/shares";
import { cacheMemory, cacheReads, cacheTimes } from "../events";

/** Hit ratio, latency and memory of the cache. */
export const cache: RecordingGroupDeclaration = {
  name: "accubooks-cache",
  interval: seconds(30),
  rules: [
    shareOf({
      record: "accubooks:cache_hit:ratio_rate10m",
      part: 'cache_requests_total{system="accubooks", result="hit"}',
      whole: cacheReads.total,
      examples: {
        inside: cacheReads.examples.good,
        outside: cacheReads.examples.bad,
      },
      window: minutes(10),
      over: "rate",
    }),
    errorRate({
      record: "accubooks:cache_misses:rate5m",
      events: cacheReads,
    }),
    counterRate({
      record: "accubooks:cache_evictions:rate5m",
      counter: 'cache_evictions_total{system="accubooks"}',
      example: { 'cache_evictions_total{system="accubooks"}': 1 },
    }),
    percentileRaw({
      record: "accubooks:cache_operation_duration_seconds:p95_5m",
      quantile: 0.95,
      observations: cacheTimes,
      window: minutes(5),
    }),
    gaugeRatio({
      record: "accubooks:cache_memory:ratio",
      ...cacheMemory,
    }),
  ],
};
