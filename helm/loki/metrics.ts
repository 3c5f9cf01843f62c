import type { ChartMetrics } from "../../model/chart-metrics";
import {
  bySet,
  never,
  observed,
  perDay,
  perSecond,
} from "../../model/typical/typical";
import { serviceTargets } from "../parts/metrics/service-targets";
import {
  SERVICE_TARGET,
  appearing,
  counter,
  gauge,
  histogram,
} from "../parts/metrics/facts";

/** As Loki 3.7.8 shows them; its monitor adds the label `app_instance`. */
export const loki: ChartMetrics = {
  chart: "loki",
  targetLabels: [...SERVICE_TARGET, "app_instance"],
  typical: () => ({
    instances: serviceTargets(
      { name: "loki", container: "loki", port: "http-metrics" },
      1,
    ),
    counters: {
      loki_discarded_samples_total: bySet({
        'tenant="fake",reason="rate_limited"': never,
      }),
      loki_distributor_bytes_received_total: bySet({
        'tenant="fake"': perSecond(200_000),
      }),
    },
    histograms: {
      loki_request_duration_seconds: bySet({
        'route="loki_api_v1_push",method="POST",status_code="204"': observed(
          perSecond(20),
          { p50: 0.01, p95: 0.04, p99: 0.1 },
        ),
        'route="loki_api_v1_query_range",method="GET",status_code="200"':
          observed(perSecond(0.5), { p50: 0.1, p95: 1, p99: 4 }),
        'route="loki_api_v1_query_range",method="GET",status_code="500"':
          observed(perDay(4), { p50: 1, p95: 5, p99: 10 }),
      }),
    },
  }),
  metrics: [
    histogram(
      "loki_request_duration_seconds",
      [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50, 100],
      "method",
      "route",
      "status_code",
      "ws",
    ),
    ...appearing(
      "after the first refused line",
      counter(
        "loki_discarded_samples_total",
        "tenant",
        "reason",
        "retention_hours",
        "policy",
        "format",
      ),
    ),
    ...appearing(
      "after the first line",
      counter(
        "loki_distributor_bytes_received_total",
        "tenant",
        "retention_hours",
        "is_internal_stream",
        "policy",
        "format",
      ),
    ),
    ...appearing(
      "after the first line",
      counter(
        "loki_distributor_lines_received_total",
        "tenant",
        "is_internal_stream",
        "policy",
        "format",
      ),
    ),
    gauge("loki_ingester_memory_streams", "tenant"),
  ],
};
