import type { ChartMetrics } from "../../model/chart-metrics";
import {
  SERVICE_TARGET,
  counter,
  gauge,
  histogram,
} from "../parts/metrics/facts";

/** As Loki 3.7.8 shows them; its monitor adds the label `app_instance`. */
export const loki: ChartMetrics = {
  chart: "loki",
  targetLabels: [...SERVICE_TARGET, "app_instance"],
  metrics: [
    histogram(
      "loki_request_duration_seconds",
      [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100],
      "method",
      "route",
      "status_code",
      "ws",
    ),
    counter(
      "loki_discarded_samples_total",
      "tenant",
      "reason",
      "retention_hours",
      "policy",
      "format",
    ),
    counter(
      "loki_distributor_bytes_received_total",
      "tenant",
      "retention_hours",
      "is_internal_stream",
      "policy",
      "format",
    ),
    counter(
      "loki_distributor_lines_received_total",
      "tenant",
      "is_internal_stream",
      "policy",
      "format",
    ),
    gauge("loki_ingester_memory_streams", "tenant"),
  ],
};
