import type { ChartMetrics } from "../../model/chart-metrics";
import { SERVICE_TARGET, counter, gauge } from "./facts";

/** @see https://prometheus.io/docs/alerting/latest/alertmanager/ */
export const alertmanager: ChartMetrics = {
  chart: "kube-prometheus-stack alertmanager",
  targetLabels: SERVICE_TARGET,
  metrics: [
    gauge("alertmanager_alerts", "state"),
    gauge("alertmanager_cluster_members"),
    gauge("alertmanager_cluster_failed_peers"),
    gauge("alertmanager_config_last_reload_successful"),
    counter("alertmanager_notifications_total", "integration", "receiver_name"),
    counter(
      "alertmanager_notifications_failed_total",
      "integration",
      "receiver_name",
      "reason",
    ),
    counter(
      "alertmanager_notification_requests_total",
      "integration",
      "receiver_name",
    ),
    gauge("alertmanager_silences", "state"),
  ],
};
