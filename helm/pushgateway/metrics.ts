import type { ChartMetrics } from "../../model/chart-metrics";
import {
  SERVICE_TARGET,
  counter,
  gauges,
  appearing,
} from "../parts/metrics/facts";

/**
 * The gateway itself, and the two metrics that it adds to each group that is pushed. @see
 * https://github.com/prometheus/pushgateway#about-metric-inconsistencies
 */
export const pushgateway: ChartMetrics = {
  chart: "prometheus-pushgateway",
  targetLabels: SERVICE_TARGET,
  metrics: [
    ...appearing(
      "after the first push",
      ...gauges([], "push_time_seconds", "push_failure_time_seconds"),
    ),
    counter("pushgateway_http_requests_total", "code", "handler", "method"),
  ],
};
