import type { ChartMetrics } from "../../model/chart-metrics";
import { SERVICE_TARGET, counter } from "../parts/metrics/facts";

/**
 * @see https://grafana.com/docs/alloy/latest/reference/components/loki/loki.write/#debug-metrics
 */
export const alloyLogWriter: ChartMetrics = {
  chart: "alloy",
  targetLabels: SERVICE_TARGET,
  metrics: [
    counter(
      "loki_write_dropped_entries_total",
      "component_id",
      "component_path",
      "host",
      "tenant",
      "reason",
    ),
  ],
};
