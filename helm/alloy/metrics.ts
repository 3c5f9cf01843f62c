import type { ChartMetrics } from "../../model/chart-metrics";
import { bySet, never } from "../../model/typical/typical";
import { serviceTargets } from "../parts/metrics/service-targets";
import { SERVICE_TARGET, counter } from "../parts/metrics/facts";

/**
 * @see https://grafana.com/docs/alloy/latest/reference/components/loki/loki.write/#debug-metrics
 */
export const alloyLogWriter: ChartMetrics = {
  chart: "alloy",
  targetLabels: SERVICE_TARGET,
  typical: () => ({
    instances: serviceTargets(
      { name: "alloy-logs", container: "alloy", port: "http-metrics" },
      2,
    ),
    counters: {
      loki_write_dropped_entries_total: bySet({
        'component_id="loki.write.default",reason="ingester_error"': never,
      }),
    },
  }),
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
