import type { ChartMetrics } from "../../../model/chart-metrics";
import {
  SERVICE_TARGET,
  counter,
  counters,
  gauge,
  gauges,
} from "../../parts/metrics/facts";

const CONTROLLER = ["controller"] as const;

/** @see https://prometheus-operator.dev/docs/platform/operator/ */
export const prometheusOperator: ChartMetrics = {
  chart: "kube-prometheus-stack operator",
  targetLabels: SERVICE_TARGET,
  metrics: [
    gauge("prometheus_operator_ready", ...CONTROLLER),
    gauge("prometheus_operator_syncs", ...CONTROLLER, "status"),
    gauge(
      "prometheus_operator_managed_resources",
      ...CONTROLLER,
      "resource",
      "state",
    ),
    ...counters(
      CONTROLLER,
      "prometheus_operator_list_operations_total",
      "prometheus_operator_list_operations_failed_total",
      "prometheus_operator_watch_operations_total",
      "prometheus_operator_watch_operations_failed_total",
      "prometheus_operator_reconcile_operations_total",
      "prometheus_operator_reconcile_errors_total",
      "prometheus_operator_status_update_operations_total",
      "prometheus_operator_status_update_errors_total",
    ),
    counter("prometheus_operator_node_address_lookup_errors_total"),
    ...gauges(
      [],
      "reloader_last_reload_successful",
      "reloader_last_reload_success_timestamp_seconds",
    ),
  ],
};
