import type { ChartMetrics } from "../../model/chart-metrics";
import { SERVICE_TARGET, counter, gauge } from "./facts";

/** @see https://github.com/prometheus-community/postgres_exporter */
export const postgresExporter: ChartMetrics = {
  chart: "prometheus-postgres-exporter",
  targetLabels: SERVICE_TARGET,
  metrics: [
    gauge("pg_up"),
    gauge("pg_settings_max_connections", "server"),
    gauge(
      "pg_stat_activity_count",
      "datname",
      "server",
      "state",
      "usename",
      "application_name",
      "backend_type",
      "wait_event",
      "wait_event_type",
    ),
    gauge("pg_database_size_bytes", "datname"),
    counter("pg_stat_database_xact_commit", "datid", "datname"),
    counter("pg_stat_database_xact_rollback", "datid", "datname"),
    counter("pg_stat_database_deadlocks", "datid", "datname"),
  ],
};
