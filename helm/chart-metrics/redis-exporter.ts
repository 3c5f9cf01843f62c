import type { ChartMetrics } from "../../model/chart-metrics";
import { SERVICE_TARGET, counter, gauge } from "./facts";

/** @see https://github.com/oliver006/redis_exporter */
export const redisExporter: ChartMetrics = {
  chart: "prometheus-redis-exporter",
  targetLabels: SERVICE_TARGET,
  metrics: [
    gauge("redis_up"),
    counter("redis_commands_processed_total"),
    gauge("redis_connected_clients"),
    gauge("redis_memory_used_bytes"),
    gauge("redis_memory_max_bytes"),
    counter("redis_keyspace_hits_total"),
    counter("redis_keyspace_misses_total"),
    counter("redis_evicted_keys_total"),
  ],
};
