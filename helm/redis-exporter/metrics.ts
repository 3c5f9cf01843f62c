import type { ChartMetrics } from "../../model/chart-metrics";
import {
  SYSTEM_TARGET,
  counters,
  gauge,
  gauges,
  appearing,
} from "../parts/metrics/facts";

/** @see https://github.com/oliver006/redis_exporter#whats-exported */
export const redisExporter: ChartMetrics = {
  chart: "prometheus-redis-exporter",
  targetLabels: SYSTEM_TARGET,
  metrics: [
    ...gauges(
      [],
      "redis_up",
      "redis_uptime_in_seconds",
      "redis_start_time_seconds",
      "redis_connected_clients",
      "redis_blocked_clients",
      "redis_max_clients",
      "redis_memory_used_bytes",
      "redis_memory_used_rss_bytes",
      "redis_memory_used_peak_bytes",
      "redis_memory_max_bytes",
      "redis_mem_fragmentation_ratio",
      "redis_loading_dump_file",
      "redis_rdb_changes_since_last_save",
      "redis_rdb_last_bgsave_status",
      "redis_rdb_last_save_timestamp_seconds",
      "redis_aof_enabled",
      "redis_aof_last_write_status",
      "redis_connected_slaves",
      "redis_master_repl_offset",
      "redis_slowlog_length",
      "redis_exporter_last_scrape_duration_seconds",
    ),
    gauge("redis_exporter_last_scrape_error", "err"),
    ...counters(
      [],
      "redis_connections_received_total",
      "redis_rejected_connections_total",
      "redis_commands_processed_total",
      "redis_net_input_bytes_total",
      "redis_net_output_bytes_total",
      "redis_expired_keys_total",
      "redis_evicted_keys_total",
      "redis_keyspace_hits_total",
      "redis_keyspace_misses_total",
      "redis_cpu_sys_seconds_total",
      "redis_cpu_user_seconds_total",
    ),
    ...counters(
      ["cmd"],
      "redis_commands_total",
      "redis_commands_duration_seconds_total",
      "redis_commands_failed_calls_total",
      "redis_commands_rejected_calls_total",
    ),
    ...appearing(
      "after the first error that Redis answers",
      ...counters(["err"], "redis_errors_total"),
    ),
    ...appearing(
      "with a database that has keys",
      ...gauges(
        ["db"],
        "redis_db_keys",
        "redis_db_keys_expiring",
        "redis_db_avg_ttl_seconds",
      ),
    ),
    ...appearing(
      "at a replica",
      ...gauges(
        ["master_host", "master_port"],
        "redis_master_link_up",
        "redis_master_last_io_seconds_ago",
      ),
    ),
    ...appearing(
      "at a master with replicas",
      ...gauges(
        ["slave_ip", "slave_port", "slave_state"],
        "redis_connected_slave_lag_seconds",
        "redis_connected_slave_offset_bytes",
      ),
    ),
  ],
};
