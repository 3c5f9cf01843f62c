import { PROMETHEUS } from "../../model/signal-sources";

const calls = (also = ""): string =>
  `sum(rate(traces_spanmetrics_calls_total{$__tags${also}}[$__rate_interval]))`;

/**
 * Settings of Tempo with which a span leads to how the service did around it: requests, errors and
 * time, from the metrics that Tempo makes of all spans that it receives.
 * @see
 *   https://grafana.com/docs/grafana/latest/datasources/tempo/configure-tempo-data-source/#trace-to-metrics
 * @see
 *   https://grafana.com/docs/tempo/latest/metrics-from-traces/span-metrics/span-metrics-metrics-generator/
 */
export const traceToMetrics = () => ({
  tracesToMetrics: {
    datasourceUid: PROMETHEUS.uid,
    // Added to the beginning and to the end of the span.
    spanStartTimeShift: "-1h",
    spanEndTimeShift: "1h",
    tags: [{ key: "service.name", value: "service" }],
    queries: [
      { name: "Requests per second", query: calls() },
      {
        name: "Share of failed requests",
        query: `${calls(', status_code="STATUS_CODE_ERROR"')} / ${calls()}`,
      },
      {
        name: "Time within which 95 % finished",
        query:
          "histogram_quantile(0.95, sum by (le) (rate(traces_spanmetrics_latency_bucket{$__tags}[$__rate_interval])))",
      },
    ],
  },
});
