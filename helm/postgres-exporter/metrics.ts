import type { ChartMetrics } from "../../model/chart-metrics";
import {
  SYSTEM_TARGET,
  appearing,
  counters,
  gauge,
  gauges,
} from "../parts/metrics/facts";

const DATABASE = ["datid", "datname"] as const;
const TABLE = ["datname", "schemaname", "relname"] as const;

/**
 * As version 0.20 exposes them: settings and activity carry no `server`. @see
 * https://github.com/prometheus-community/postgres_exporter
 */
export const postgresExporter: ChartMetrics = {
  chart: "prometheus-postgres-exporter",
  targetLabels: SYSTEM_TARGET,
  metrics: [
    ...gauges(
      [],
      "pg_up",
      "pg_postmaster_start_time_seconds",
      "pg_replication_lag_seconds",
      "pg_replication_is_replica",
      "pg_long_running_transactions",
      "pg_long_running_transactions_oldest_timestamp_seconds",
      "pg_wal_segments",
      "pg_wal_size_bytes",
      "pg_settings_max_connections",
      "pg_settings_superuser_reserved_connections",
      "pg_settings_shared_buffers_bytes",
    ),
    gauge("pg_exporter_last_scrape_error"),
    ...gauges(
      ["datname"],
      "pg_database_size_bytes",
      "pg_database_connection_limit",
    ),
    gauge("pg_locks_count", "datname", "mode"),
    ...gauges(
      [
        "datname",
        "state",
        "usename",
        "application_name",
        "backend_type",
        "wait_event_type",
        "wait_event",
      ],
      "pg_stat_activity_count",
      "pg_stat_activity_max_tx_duration",
    ),
    gauge("pg_stat_database_numbackends", ...DATABASE),
    ...counters(
      DATABASE,
      "pg_stat_database_xact_commit",
      "pg_stat_database_xact_rollback",
      "pg_stat_database_blks_read",
      "pg_stat_database_blks_hit",
      "pg_stat_database_tup_returned",
      "pg_stat_database_tup_fetched",
      "pg_stat_database_tup_inserted",
      "pg_stat_database_tup_updated",
      "pg_stat_database_tup_deleted",
      "pg_stat_database_conflicts",
      "pg_stat_database_temp_files",
      "pg_stat_database_temp_bytes",
      "pg_stat_database_deadlocks",
    ),
    ...appearing(
      "with a table of its own in the database",
      ...counters(
        TABLE,
        "pg_stat_user_tables_seq_scan",
        "pg_stat_user_tables_idx_scan",
        "pg_stat_user_tables_n_tup_ins",
        "pg_stat_user_tables_n_tup_upd",
        "pg_stat_user_tables_n_tup_del",
      ),
      ...gauges(
        TABLE,
        "pg_stat_user_tables_n_live_tup",
        "pg_stat_user_tables_n_dead_tup",
        "pg_stat_user_tables_last_autovacuum",
        "pg_stat_user_tables_last_autoanalyze",
      ),
    ),
  ],
};
