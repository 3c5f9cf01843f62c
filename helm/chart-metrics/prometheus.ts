import type { ChartMetrics } from "../../model/chart-metrics";
import { SERVICE_TARGET, counter, gauge } from "./facts";

/** Prometheus about itself. @see https://prometheus.io/docs/prometheus/latest/storage/ */
export const prometheus: ChartMetrics = {
  chart: "kube-prometheus-stack prometheus",
  targetLabels: SERVICE_TARGET,
  metrics: [
    gauge("prometheus_config_last_reload_successful"),
    counter("prometheus_rule_evaluations_total", "rule_group"),
    counter("prometheus_rule_evaluation_failures_total", "rule_group"),
    counter("prometheus_rule_group_iterations_missed_total", "rule_group"),
    gauge("prometheus_rule_group_last_duration_seconds", "rule_group"),
    gauge("prometheus_rule_group_interval_seconds", "rule_group"),
    gauge("prometheus_rule_group_rules", "rule_group"),
    gauge("prometheus_notifications_alertmanagers_discovered"),
    counter("prometheus_notifications_sent_total", "alertmanager"),
    counter("prometheus_notifications_errors_total", "alertmanager"),
    counter("prometheus_notifications_dropped_total"),
    counter("prometheus_target_scrapes_exceeded_sample_limit_total"),
    counter("prometheus_target_scrapes_exceeded_target_limit_total"),
    gauge("prometheus_tsdb_head_series"),
    counter("prometheus_tsdb_head_samples_appended_total", "type"),
    gauge("prometheus_tsdb_lowest_timestamp_seconds"),
    counter("prometheus_tsdb_size_retentions_total"),
    counter("prometheus_tsdb_time_retentions_total"),
    gauge("prometheus_tsdb_storage_blocks_bytes"),
    gauge("prometheus_tsdb_retention_limit_bytes"),
  ],
};
